import { foldName } from "#features/organisations/organisation-name.ts";

/** An organisation minutes may name: every way it is written, and its code when it is a municipality. */
export type KnownOrganisation = { readonly writings: readonly string[]; readonly municipalityCode: string | null };

/** What a written organisation is: a municipality by its code, some other that is known, or nobody we know. */
export type Recognised = { readonly municipality: string | null; readonly known: boolean };

export type OrganisationLookup = {
  /** What the words mean as a whole and in their parts: "Socialförvaltningen, Ale" and "IFO Ale kommun" are Ale. */
  readonly recognise: (written: string) => Recognised;
  /** Whether the words are one of the names, exactly. */
  readonly isName: (written: string) => boolean;
  /** Whether the words are a municipality's name, exactly. */
  readonly isMunicipality: (written: string) => boolean;
};

/** What is no part of a municipality though it carries the name of its place: "FoU Malmö", "Lunds universitet". */
const notOfMunicipality =
  /(?<!\p{L})(?:FoU\p{L}*|forskning\p{L}*|\p{L}*universitet\p{L}*|\p{L}*högskol\p{L}*|region(?:en)?|\p{L}*regionen|län(?:et|s)?|länsstyrelse\p{L}*|polis\p{L}*|\p{L}*förening\p{L}*|AB|\p{L}*sjukhus\p{L}*|\p{L}*kyrka\p{L}*|RSS|\p{L}*förbund\p{L}*|\p{L}*central\p{L}*|stiftelse\p{L}*|samordningsförbund\p{L}*|museum|FUB|NSPH|RFSL|RSMH|attention|autism\p{L}*|R&D|university|college|hospital|county|institut\p{L}*)(?!\p{L})/iu;

/** Words for a part of a municipality's administration, and the small words around them. */
const administration =
  /^(?:\p{L}*(?:förvaltning|kontor|enhet|avdelning|nämnd|sektor|verksamhet|omsorg|tjänst|stöd|hinder|vård)(?:en|er|et|s|ens|ets)?|ifo|äo|lss|sol|sdf|stadsdel\p{L}*|individ-?|familj\p{L}*|barn|unga|ungdom|vuxen|vuxna|äldre\p{L}*|myndighet\p{L}*|social\p{L}*|hälsa|utbildning\p{L}*|arbetsmarknad\p{L}*|kommun(?:en|s|ens)?|stads?|staden|i|för|och|av|på|of|the|city|municipality|&|samt|ekonomiskt|bistånd|hemtjänst|boende|funktion\p{L}*|nordost|sydväst|centrum|hisingen|norr|söder|öster|väster|centralt)$/iu;

/** Puts the names in order for looking up. A way of writing that means two municipalities means neither. */
export function organisationLookup(organisations: readonly KnownOrganisation[]): OrganisationLookup {
  const codes = new Map<string, Set<string | null>>();
  for (const { writings, municipalityCode } of organisations) {
    for (const writing of writings) {
      const key = foldName(writing);
      if (key === "") continue;
      codes.set(key, (codes.get(key) ?? new Set()).add(municipalityCode));
    }
  }
  const named = (written: string): Recognised | undefined => {
    const found = codes.get(foldName(written));
    if (!found) return undefined;
    const [only, ...others] = found;
    return { municipality: others.length === 0 ? (only ?? null) : null, known: true };
  };
  const isName = (written: string) => written.trim() !== "" && codes.has(foldName(written));
  return {
    isName,
    isMunicipality: (written) => (named(written)?.municipality ?? null) !== null,
    recognise: (written) => named(written) ?? inParts(written, named) ?? { municipality: null, known: false },
  };
}

/** The same lookup for the time of one reading, in which the same names come again and again. */
export function remembering({ recognise, isName, isMunicipality }: OrganisationLookup): OrganisationLookup {
  const recognised = new Map<string, Recognised>();
  const named = new Map<string, boolean>();
  return {
    isMunicipality,
    isName: (written) => named.get(written) ?? kept(named, written, isName(written)),
    recognise: (written) => recognised.get(written) ?? kept(recognised, written, recognise(written)),
  };
}

function kept<Value>(answers: Map<string, Value>, written: string, answer: Value): Value {
  answers.set(written, answer);
  return answer;
}

function inParts(written: string, named: (part: string) => Recognised | undefined): Recognised | undefined {
  if (written.length > 200) return undefined;
  if (notOfMunicipality.test(written)) return undefined;
  const words = written.split(/[\s,/()]+|-(?=\s)|\.(?=\s|$)/u).filter(Boolean);
  const found = new Set<string>();
  for (let at = 0; at < words.length; at += 1) {
    const length = [3, 2, 1].find(
      (count) =>
        at + count <= words.length && (named(words.slice(at, at + count).join(" "))?.municipality ?? null) !== null,
    );
    if (length === undefined) {
      if (administration.test(words[at] ?? "")) continue;
      return undefined;
    }
    found.add(named(words.slice(at, at + length).join(" "))?.municipality ?? "");
    at += length - 1;
  }
  const [only, ...others] = found;
  return only !== undefined && others.length === 0 ? { municipality: only, known: true } : undefined;
}
