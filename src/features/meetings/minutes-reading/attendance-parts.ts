import type { Span } from "#features/circles/invitation/found.ts";
import type { OrganisationLookup } from "./known-organisations.ts";
import { type MinutesText, trimmed } from "./minutes-text.ts";
import { isFullName, isOneName, isTitle, titleLength } from "./person-words.ts";

/** What the reader of a line must know of the lines around it. */
export type LineAround = {
  readonly lookup: OrganisationLookup;
  /** Headings that name groups, in small letters: "(Funktionsstöd)" beside a name is one of them. */
  readonly groups: ReadonlySet<string>;
  /** The list gives an organisation after each name, so an unknown second part is one too. */
  readonly organisationFollows: boolean;
  /** The list gives an organisation before its names, so an unknown first part is one too. */
  readonly organisationLeads: boolean;
};

/** `opens`: a colon or a new cell follows; `colon`: it is a colon. `pair`: the names of one pair ("Anna Ek och Bo Al") share it. */
export type Part = {
  readonly at: Span;
  readonly words: string;
  readonly inside: boolean;
  readonly opens: boolean;
  readonly colon: boolean;
  readonly pair: number;
};
/** The parts of a line: what commas, dashes, cells, brackets and "och" between names hold apart. */
export function partsOf(text: MinutesText, [start, end]: Span, around: LineAround): Part[] {
  const { plain } = text;
  const parts: Part[] = [];
  const put = (from: number, to: number, inside: boolean, sign: string) => {
    const colon = sign.trim() === ":";
    const opens = colon || /[\t|]| {3}/u.test(sign);
    pair += 1;
    for (const at of pairsApart(plain, trimmed(plain, [from, to], /[\s,;:.*•"-]/u), around)) {
      if (at[1] > at[0])
        parts.push({ at, words: text.text.shown.slice(...at).replaceAll(/\s+/gu, " "), inside, opens, colon, pair });
    }
  };
  const stretch = plain.slice(start, end);
  let from = 0;
  let pair = 0;
  let open: number | undefined;
  for (const match of stretch.matchAll(
    /[()[\]]|[,;](?=\s|$|\p{L})|:(?=\s)|[ \t]+[-/][ \t]+|[ \t]*[\t|][ \t|]*| {3,}|(?<=\p{L})-(?=\s)/gu,
  )) {
    const sign = match[0].trim();
    put(start + from, start + match.index, open !== undefined, match[0]);
    if (sign === "(" || sign === "[") open = match.index;
    if (sign === ")" || sign === "]") open = undefined;
    from = match.index + match[0].length;
  }
  put(start + from, end, open !== undefined, "");
  return parts;
}

/** What a sentence says of somebody after the name: "var med på punkt 2", "hade fått förhinder". */
const tail =
  /\s(?:(?:var|är) (?:med|på plats|närvarande|sjuk|förhindrad|frånvarande)|(?:hade|har|anmälde|fick) (?:\p{Ll}+ ){0,2}(?:förhinder|återbud|frånvaro)|kunde inte|(?:deltog|medverkade|anslöt|lämnade|kom|gick)(?=\s\p{Ll}|$))(?!\p{L})[^?]*$/u;

const isPerson = (words: string) => isFullName(words) || isOneName(words);

/** "Anna Ek och Bo Al" are two; "Vård och omsorg" is one. */
function pairsApart(plain: string, [start, end]: Span, around: LineAround): Span[] {
  const words = plain.slice(start, end);
  if (around.lookup.isName(words)) return [[start, end]];
  const titled = titleLength(words);
  if (titled !== undefined && isFullName(words.slice(titled).trim()))
    return [
      [start, start + titled],
      [end - words.slice(titled).trimStart().length, end],
    ];
  const told = tail.exec(words);
  if (told && isPerson(words.slice(0, told.index).split(/\s(?:från|from)\s/u)[0] ?? ""))
    return [...pairsApart(plain, [start, start + told.index], around), [start + told.index + 1, end]];
  const from = /\s(?:från|from|i|at)\s(?=\p{Lu})/u.exec(words);
  if (from && around.lookup.recognise(words.slice(from.index + from[0].length)).known)
    return [...pairsApart(plain, [start, start + from.index], around), [start + from.index + from[0].length, end]];
  const match = /\s+(?:och|samt|and|&|\+|og)\s+/iu.exec(words);
  const placed = match && /\s(?:från|from)\s(?<place>\p{Lu}.*)$/u.exec(words.slice(0, match.index))?.groups?.["place"];
  if (match && placed !== undefined && placed !== null && around.lookup.recognise(placed).known)
    return [
      ...pairsApart(plain, [start, start + match.index], around),
      ...pairsApart(plain, [start + match.index + match[0].length, end], around),
    ];
  if (!match) return withoutLeadingAnd(plain, [start, end]);
  const [left, right] = [words.slice(0, match.index), words.slice(match.index + match[0].length)];
  const nameLike = (part: string) =>
    isFullName(part) || isOneName(part) || (leadingName(part) !== undefined && !isTitle(part));
  const first = /^\p{L}+$/u.test(left) ? isOneName(left) : nameLike(left);
  if (
    !first ||
    around.lookup.isName(left) !== around.lookup.isName(right) ||
    !nameLike(right.split(/\s+(?:och|samt|and)\s+/u)[0] ?? "")
  )
    return [[start, end]];
  return [[start, start + match.index], ...pairsApart(plain, [start + match.index + match[0].length, end], around)];
}

/** "…, Bo Al, samt Cia Ek". */
function withoutLeadingAnd(plain: string, [start, end]: Span): Span[] {
  const lead = /^(?:och|samt|and|&)\s+/iu.exec(plain.slice(start, end))?.[0].length ?? 0;
  return [[start + lead, end]];
}

/** The name that words begin with when something known follows it without a sign: "Anna Ek Göteborgs Stad". */
export function leadingName(words: string): string | undefined {
  const split = words.split(" ");
  return [3, 2].map((count) => split.slice(0, count).join(" ")).find((name) => isFullName(name));
}
