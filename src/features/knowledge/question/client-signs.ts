import { firstNames } from "#features/knowledge/question/first-names.ts";

/** What may tell who a question is about. A personal number is refused before this; these may be of somebody else. */
export const signKinds = ["name", "phone", "email", "address", "caseNumber", "birthDate"] as const;
export type SignKind = (typeof signKinds)[number];

/** Where a text may tell who it is about: `text.slice(start, end)` is `found`. */
export type ClientSign = {
  readonly kind: SignKind;
  readonly found: string;
  readonly start: number;
  readonly end: number;
};

/**
 * Finds what may tell who a client is in what somebody writes: likely names, phone numbers, mail and street addresses,
 * case numbers and whole dates. A known name of a method, an organisation or a municipality is no sign. (Issue 7)
 *
 * It warns rather than refuses, because a surname may be a researcher's and a date a law's. In Swedish a word with a
 * capital inside a sentence is nearly always a name, so that is what tells; at the beginning of a sentence only a common
 * first name does, or a capital on the word after it. What a combination of harmless words may tell, no rule finds: the
 * page says so besides.
 *
 * @param known names that are of no client, folded by `foldedPhrase`
 */
export function clientSigns(text: string, known: ReadonlySet<string> = new Set()): ClientSign[] {
  const patterned = patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match): ClientSign[] => {
      const found = match[0].trim();
      const start = match.index + match[0].indexOf(found);
      return isOfLaw(text, start) && kind !== "phone" ? [] : [{ kind, found, start, end: start + found.length }];
    }),
  );
  const all = [...patterned, ...namesIn(text, known)].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const apart: ClientSign[] = [];
  for (const sign of all) if (sign.start >= (apart.at(-1)?.end ?? 0)) apart.push(sign);
  return apart;
}

/** A name as it is looked up: its words in small letters, one space between them. */
export function foldedPhrase(name: string): string {
  return wordsIn(name)
    .map(({ word }) => word.toLowerCase())
    .join(" ");
}

const months =
  "jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const patterns: readonly { readonly kind: SignKind; readonly pattern: RegExp }[] = [
  { kind: "email", pattern: /[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/gu },
  { kind: "phone", pattern: /(?<![\d+:/-])(?:\+46|0046|0)(?:[ \u00A0-]?\d){7,10}(?!\d)/gu },
  {
    kind: "address",
    pattern:
      /(?<!\p{L})\p{L}+(?:gatan|vägen|gränd|torget|stigen|backen|allén|gata|väg)[ \u00A0]+\d{1,4}[ ]?(?:\p{L}(?!\p{L}))?/giu,
  },
  { kind: "address", pattern: /(?<!\d)\d{3}[ \u00A0]?\d{2}[ \u00A0]+\p{Lu}\p{Ll}{2,}/gu },
  {
    kind: "caseNumber",
    pattern:
      /(?<!\p{L})(?:dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer)?|mål(?:nr|nummer)?|akt(?:nr|nummer)?)[ .:]*(?:\p{Lu}{1,5}[ -]?)?(?:\d+[/:-]\d[\d/:-]*|\d{5,})/giu,
  },
  { kind: "caseNumber", pattern: /(?<![\p{L}\d])\p{Lu}{2,5}[ -]?(?:19|20)\d{2}[-/:]\d{2,}/gu },
  {
    kind: "birthDate",
    pattern: /(?<!\d)(?:19|20)\d{2}[-./ ]?(?:0[1-9]|1[0-2])[-./ ]?(?:0[1-9]|[12]\d|3[01])(?!\d)/gu,
  },
  { kind: "birthDate", pattern: /(?<!\d)\d{1,2}[./]\d{1,2}[./ -](?:19|20)\d{2}(?!\d)/gu },
  {
    kind: "birthDate",
    pattern: new RegExp(
      String.raw`(?<!\d)\d{1,2}(?::?[ea])?[ \u00A0]+(?:${months})\.?[ \u00A0]+(?:19|20)\d{2}(?!\d)`,
      "giu",
    ),
  },
  {
    kind: "birthDate",
    pattern:
      /(?<!\p{L})(?:född|f\.)[^.\n\d]{0,12}\d{2}[-. ]?(?:0[1-9]|1[0-2])[-. ]?(?:0[1-9]|[12]\d|3[01])(?!\d|[-. ]\d)/giu,
  },
];

/** The number of a law, a bill, a regulation or an inquiry: "SFS 2001:453", "prop. 2024/25:89". */
function isOfLaw(text: string, start: number): boolean {
  const around = text.slice(Math.max(0, start - 12), start + 12);
  return /(?:SFS|SOSFS|HSLF|SOU|Ds|prop\.?|lag(?:en)?|kap\.?|bet\.?|EU|ISO)[ ]?(?:\(|-FS[ ])?(?:19|20)?\d{0,4}/u.test(
    around,
  );
}

type Word = { readonly word: string; readonly start: number; readonly end: number };

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\d]+(?:[-'’:.&](?=[\p{L}\d])[\p{L}\d]+)*/gu)].map((match) => {
    return { word: match[0], start: match.index, end: match.index + match[0].length };
  });
}

const longestKnown = 8;

/** Which words are part of a name that is known to be of no client; a genitive is the same name. */
function knownAmong(words: readonly Word[], known: ReadonlySet<string>): ReadonlySet<number> {
  const places = new Set<number>();
  for (let from = 0; from < words.length; from += 1) {
    for (let many = Math.min(longestKnown, words.length - from); many > 0; many -= 1) {
      const phrase = words
        .slice(from, from + many)
        .map(({ word }) => word.toLowerCase())
        .join(" ");
      if (!known.has(phrase) && !known.has(phrase.replace(/s$/u, ""))) continue;
      for (let place = from; place < from + many; place += 1) places.add(place);
      from += many - 1;
      break;
    }
  }
  return places;
}

function namesIn(text: string, known: ReadonlySet<string>): ClientSign[] {
  const words = wordsIn(text);
  const isKnown = knownAmong(words, known);
  const isCapital = (place: number) => /^\p{Lu}\p{Ll}/u.test(words[place]?.word ?? "");
  const isFirst = ({ word }: Word) => {
    const folded = word.toLowerCase();
    return firstNames.has(folded) || (folded.length > 3 && firstNames.has(folded.replace(/s$/u, "")));
  };
  const beside = (place: number) => /^[ \u00A0]+$/u.test(text.slice(words[place]?.end, words[place + 1]?.start));
  const tells = (word: Word, place: number) => {
    if (isKnown.has(place) || noNames.has(word.word.toLowerCase().replace(/s$/u, ""))) return false;
    if (noNames.has(word.word.toLowerCase())) return false;
    if (isFirst(word)) return true;
    if (!isCapital(place)) return false;
    if (!beginsSentence(text, word.start)) return true;
    // A sentence does not begin with two capitals, unless the first is a name.
    return (
      beside(place) &&
      isCapital(place + 1) &&
      !isKnown.has(place + 1) &&
      !noNames.has((words[place + 1]?.word ?? "").toLowerCase()) &&
      !openers.has(word.word.toLowerCase())
    );
  };
  const signs: ClientSign[] = [];
  let last = -2;
  words.forEach((word, place) => {
    if (!tells(word, place)) return;
    const before = signs.at(-1);
    if (before && last === place - 1 && beside(last))
      signs[signs.length - 1] = { ...before, end: word.end, found: text.slice(before.start, word.end) };
    else signs.push({ kind: "name", found: word.word, start: word.start, end: word.end });
    last = place;
  });
  return signs;
}

function beginsSentence(text: string, start: number): boolean {
  return (
    /(?:^|[.!?:;•\n\r]|[\s([–—-]["”»'(]?)$/u.test(text.slice(0, start).replace(/[ \u00A0\t]+$/u, "")) &&
    !/\p{L}[ \u00A0]+$/u.test(text.slice(0, start))
  );
}

/** How questions begin: a capital after one of these is of the next word alone. */
const openers = new Set(
  "hur vad vilka vilken vilket när var varför vem vems kan ska skulle är finns har vi det den de en ett för om till på i hos enligt inom med efter och men så jag min mitt mina vår vårt våra eller kommer får bör brukar fungerar hjälper passar används räcker kring både".split(
    " ",
  ),
);

/** Names with a capital that are no client's: countries, authorities, places where knowledge is kept, what has a capital by habit. */
const noNames = new Set(
  `sverige norge danmark finland island norden europa england storbritannien usa kanada australien holland nederländerna
  socialstyrelsen försäkringskassan arbetsförmedlingen skolverket kriminalvården migrationsverket polisen
  polismyndigheten folkhälsomyndigheten barnombudsmannen inspektionen riksdagen regeringen lagrådet länsstyrelsen
  statens sbu ivo skr rka mfof mucf bris brå vårdanalys forte kolada socialnämnden kommunförbundet
  metodguiden kunskapsguiden yrkesresan barnahus mini-maria maria rättspsyk bup covid covid-19 corona internet teams zoom
  cochrane pubmed swepub campbell google signs safety bbic ibic dur audit sip isu lvu lvm lss sol osl hsl tsi rss fou
  svenska engelska kbt mi act iccp dbt mst fft ipt tba hvb ifo äo bup spf pmto komet cope ester savry
  januari februari mars april juni juli augusti september oktober november december
  måndag tisdag onsdag torsdag fredag lördag söndag jul påsk midsommar`
    .split(/\s+/u)
    .filter(Boolean),
);
