import type { Span } from "#features/circles/invitation/found.ts";
import type { MinutesLine } from "./minutes-text.ts";
import { isNames } from "./person-words.ts";

/** What a headed part of minutes holds. Everything without a label of its own is matters: "items". */
export type SectionKind =
  | "attendance"
  | "excused"
  | "guests"
  | "noteTakers"
  | "date"
  | "next"
  | "attachments"
  | "agenda"
  | "formal"
  | "mail";

/** A label that opens a line: its kind, the label itself, and what stands after it on the line. */
export type Label = { readonly kind: SectionKind; readonly label: Span; readonly rest: Span; readonly inline: boolean };

const meeting = String.raw`(?:\p{L}*(?:möte|träff|sammanträde|tillfälle|gång)(?:t|et|en|n)?|nätverks(?:dag|möte|träff)(?:en|et)?)`;
const meetings = String.raw`\p{L}*(?:möten|träffar|sammanträden|tillfällen|mötestider|mötesdatum|datum|tider)`;

/** The first pattern that fits the whole label decides its kind. */
const labels: readonly (readonly [SectionKind, string])[] = [
  [
    "excused",
    "(?:ej|inte|icke) (?:närv\\.?|närvarande|deltagande|med)|(?:saknades|saknas|kunde inte(?: vara med| delta| komma)?|frånvarande)(?: kommuner| ledamöter| deltagare| representanter)?|frånvaro|förhinder|förhindrade?|(?:anmält|anmälda?|meddelat|anmäler) (?:förhinder|frånvaro|frånvarande)|förhinder (?:anmält|har anmälts)|(?:lämnat |anmält |meddelat )?återbud|absent|apologies(?: for absence| received)?|regrets|forfall|meldt forfall|afbud|fraværende",
  ],
  [
    "guests",
    "(?:särskilt )?inbjud(?:en|na|et|ne)(?: gäst(?:er)?)?|gäst(?:er|en|erna)?|gästföreläsare|(?:invited )?guests?|gjester|gæster",
  ],
  [
    "noteTakers",
    "(?:vid|för) (?:pennan|tangent(?:erna|bordet)|protokollet|datorn|skärmen|blocket|anteckningarna)|anteckn(?:are|at|ade|ades|ar)(?: av)?|(?:minnes|mötes)?anteckningar(?:na)? (?:av|fördes av|förda av|skrivna av|gjorda av|skrevs av)|(?:mötes)?sekreterare|sekr\\.?|protokollförare|protokoll(?:et)? (?:fört av|förs av|fördes av|skrivet av)|skriv(?:et|na) av|nedtecknat av|referent|förd(?:e|a) anteckningar|note-? ?takers?|notes(?: taken)? by|minutes(?: taken)? by|minute-? ?takers?|secretary|referat (?:av|ved)",
  ],
  [
    "attendance",
    "(?:(?:följande (?:personer )?|vi som |de som )(?:deltog|var med|var närvarande|var på plats)|närv\\.?|(?:övriga |tjänstgörande )?(?:närvarande|närvaro|närvarolista|närvarande på mötet|deltagare|deltagarlista|deltagarförteckning|deltagande|ledamöter|ersättare|tjänstemän)|deltog(?: gjorde| i mötet)?|deltog|medverkande|mötesdeltagare|(?:deltagande|närvarande) kommuner(?: och deltagare)?|kommuner och deltagare|(?:med |deltagare )?(?:på plats|(?:på|via) (?:länk|distans|teams|zoom))(?: var)?|med(?: på mötet)?(?: var)?|närvarande (?:var|vid mötet|ledamöter|ersättare)|beslutande|ordinarie ledamöter|ledamöter och ersättare|(?:övriga )?adjungerade?|föredragande|present|attendees|attendance|participants|in attendance|members present|also present|deltagere|til ?stede|til stede var)",
  ],
  [
    "next",
    String.raw`(?:datum (?:och tid )?för )?(?:nästa|nästkommande|kommande) (?:${meeting}|${meetings})|nästa|(?:våra |höstens |vårens |framtida )(?:${meetings})|mötestider(?:na)?(?: .{0,20})?|tider för .{0,40}(?:möten|träffar|mötena|träffarna)|nästa gång|(?:dates? (?:of|for) )?(?:the )?(?:next|upcoming|future|coming) (?:network )?meetings?|neste møte|næste møde`,
  ],
  [
    "attachments",
    "bilag(?:a|or|da filer|da dokument)(?: \\d{1,2})?|bifogas|bifogat|bifogade? (?:filer|dokument|handlingar|material)|bifogade? fil|attachments?|attached|enclosures?|vedlegg",
  ],
  [
    "agenda",
    "(?:dagens |mötets |föreslagen )?(?:dagordning|agenda|föredragningslista|program|ärendelista)|innehållsförteckning",
  ],
  ["mail", "från|from|skickat|sent|till|to|kopia|cc|ämne|subject|svar till|reply-to|prioritet|vikt"],
  [
    "date",
    "(?:mötes|sammanträdes|träff)?(?:datum|dag)|(?:datum|dag|tid|plats)(?:(?:,| och| &| ?\\/| samt)? (?:datum|dag|tid|plats))+|tid(?:punkt)?|när|datum\\/tid|date|time|date and time|when|dato|tid og sted",
  ],
  [
    "formal",
    "(?:mötes)?ordförande|ordf\\.?|vice ordförande|mötesledare|sammankallande|kallade till mötet|(?:utses (?:att|till) )?juster(?:are|as|at|[ai]t av|as av|ing|ande|ingsmän|ingsman|ingens plats och tid)|plats|lokal|sted|place|location|venue|dnr|diarie(?:nr|nummer)|paragrafer|antal sidor|underskrift(?:er)?|organ|sändlista|distribution|kopia för kännedom|protokollet omfattar|chair(?:person|ed by)?|mötesform|form|digitalt möte via",
  ],
];

const kindOf = labels.map(([kind, pattern]) => [kind, new RegExp(String.raw`^(?:${pattern})$`, "iu")] as const);
/** "Närvarande IFO-nätverket", "Deltagare från Funktionsstöd": the label names its group. */
const withGroup =
  /^(?<label>närvarande|närvaro|deltagare|deltagarlista|deltog|ledamöter|ersättare|present|participants|frånvarande|ej närvarande|förhinder|återbud|gäster|inbjudna)[ ,-]+(?:(?:från|i|för|på|ur|in|from|for|-)\s+)?(?<group>\S.{1,60})$/iu;
/** How people took part, and "var" before their names, is no group. */
const noGroup =
  /^(?:var|är|gjorde|(?:på )?(?:plats|länk|distans|teams|zoom)|digital\p{L}*|fysisk\p{L}*|via|online)(?!\p{L})/iu;
/** "Gäst kl. 10–11:", "Närvarande på punkt 3:". */
const whenAfter = /\s+(?:kl\.?|klockan|(?:på |under |vid )?(?:punkt|§+))\s*\d[\d.:,\s-]*$/iu;
const countAfter =
  /[ \t]*(?:\(\s*\d{1,3}(?:\s*(?:st|personer|deltagare))?\s*\)|,?\s\d{1,3}\s*(?:st|personer|deltagare)\.?)$/iu;

export function labelKind(bare: string): SectionKind | undefined {
  if (bare.length < 2 || bare.length > 70) return undefined;
  return kindOf.find(([, pattern]) => pattern.test(bare))?.[0];
}

/** A heading without its colon and the number of people it counts: "Funktionsstöd (14):" is "Funktionsstöd". */
export function withoutCount(plain: string, [start, end]: Span): Span {
  const written = plain.slice(start, end).replace(/[\s:*_-]+$/u, "");
  return [start, start + written.replace(countAfter, "").replace(/[\s:]+$/u, "").length];
}

/** The label that a line begins with, or that it is. */
export function labelOf(plain: string, line: MinutesLine): Label | undefined {
  const [start, end] = line.body;
  const head = plain.slice(start, Math.min(end, start + 200));
  const inline = /^(?<label>[^:\t|\n]{2,70}?)[ \t]*(?::|\t|\|| {2,})[ \t|]*(?=\S)/u.exec(head);
  if (inline) {
    const kind = labelKind((inline.groups?.["label"] ?? "").replace(countAfter, "").replace(whenAfter, ""));
    if (kind) {
      const until = start + (inline.groups?.["label"] ?? "").length;
      return { kind, label: [start, until], rest: [start + inline[0].length, end], inline: true };
    }
  }
  const noted = /^(?<label>(?:minnes|mötes)?anteckningar|protokoll|notes|minutes)\s*:\s+(?=\S)/iu.exec(head);
  if (noted && isNames(plain.slice(start + noted[0].length, end).replaceAll(/\s*\([^()]{1,60}\)/gu, "")))
    return {
      kind: "noteTakers",
      label: [start, start + (noted.groups?.["label"] ?? "").length],
      rest: [start + noted[0].length, end],
      inline: true,
    };
  const [, bareEnd] = withoutCount(plain, line.body);
  const kind = labelKind(plain.slice(start, bareEnd));
  // "Från" or "När" alone on a line is no heading.
  if (kind && kind !== "mail") return { kind, label: [start, bareEnd], rest: [end, end], inline: false };
  const spoken = spokenLabel.exec(head);
  if (!spoken) return undefined;
  const said = spoken.groups?.["label"] ?? "";
  const spokenKind = labelKind(said.replace(/\s+(?:var|är|blev)$/iu, ""));
  if (!spokenKind) return undefined;
  return { kind: spokenKind, label: [start, start + said.length], rest: [start + spoken[0].length, end], inline: true };
}

/** Labels that need no colon before a name: "Vid pennan Anna Ek", "Närvarande var Anna Ek", "Vid protokollet/Anna Ek". */
const spokenLabel =
  /^(?<label>vid (?:pennan|tangenterna|protokollet|datorn|anteckningarna)|antecknat av|antecknades av|antecknat|protokollförare|(?:mötes)?sekreterare(?: var)?|sekr\.|(?:minnes|mötes)?anteckningar(?:na)? (?:av|fördes av|förda av|gjorda av|skrevs av)|protokollet fördes av|notes (?:taken )?by|minutes (?:taken )?by|närvarande var|med på mötet var|på plats var|deltog gjorde|deltog|närvarande|närvarande vid mötet var|frånvarande(?: var)?|(?:anmält )?förhinder|återbud)(?:\s*[/-]\s*|\s+)(?=(?-i:\p{Lu}))/iu;

/** "Från kommunen: Anna Ek, Bo Al": the group and those who came from it. */
export function peopleFrom(
  plain: string,
  line: MinutesLine,
): { readonly group: Span; readonly rest: Span } | undefined {
  const [start, end] = line.body;
  const match = /^från\s+(?<group>\p{L}[^:\n]{2,40}):\s+(?=\S)/iu.exec(plain.slice(start, Math.min(end, start + 80)));
  const group = match?.groups?.["group"];
  if (!match || group === undefined) return undefined;
  const from = start + match[0].indexOf(group);
  return { group: [from, from + group.length], rest: [start + match[0].length, end] };
}

/** The group that an attendance label names itself, beside its kind. */
export function labelWithGroup(plain: string, line: MinutesLine): (Label & { readonly group: Span }) | undefined {
  const [start, end] = line.body;
  const head = plain.slice(start, Math.min(end, start + 160));
  const colon = head.search(/:(?:\s|$)/u);
  const ends = colon >= 0 ? start + colon : withoutCount(plain, line.body)[1];
  const match = withGroup.exec(plain.slice(start, withoutCount(plain, [start, ends])[1]));
  const [label, group] = [match?.groups?.["label"], match?.groups?.["group"]];
  if (!match || label === undefined || group === undefined || noGroup.test(group) || labelKind(group)) return undefined;
  const kind = labelKind(label);
  if (!kind) return undefined;
  const groupStart = start + match[0].length - group.length;
  const restStart = colon >= 0 ? ends + 1 : end;
  const rest: Span = [Math.min(end, restStart + (/^\s*/u.exec(plain.slice(restStart, end))?.[0].length ?? 0)), end];
  return {
    kind,
    label: [start, start + label.length],
    group: [groupStart, groupStart + group.length],
    rest,
    inline: rest[1] > rest[0],
  };
}
