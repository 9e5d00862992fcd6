import { findPersonalNumber } from "#kernel/personal-number.ts";
import type { Span } from "#features/circles/invitation/found.ts";
import { pageFurniture } from "#features/circles/invitation/page-furniture.ts";
import { hyphensAtLineEnd, quoteMarks } from "#features/circles/invitation/pasted-lines.ts";
import { type ReadableText, readableText, without } from "#features/circles/invitation/readable-text.ts";

/**
 * A line with something on it. `at` is the whole line without white space at its ends, `body` what follows its bullet
 * or number, `cells` the parts of a row when tabs, bars or wide gaps divide it (one part otherwise). `gap` is true when
 * an empty line stands before.
 */
export type MinutesLine = {
  readonly at: Span;
  readonly body: Span;
  readonly words: string;
  readonly bullet: boolean;
  readonly number: string | undefined;
  readonly hashes: number;
  readonly indent: number;
  readonly cells: readonly Span[];
  readonly gap: boolean;
};

export type MinutesText = {
  readonly text: ReadableText;
  readonly plain: string;
  readonly lines: readonly MinutesLine[];
  /** Identity numbers that stood in the text. They are cut out before anything is read. */
  readonly identityNumbers: readonly Span[];
  /** Where reading stopped, when the text is longer than any minutes. */
  readonly unreadFrom: number | undefined;
};

/** Three hundred pages; what comes after is not read, and that is told. */
const mostRead = 1_000_000;
/** A line longer than this is cut: no name, heading or sentence is that long. */
const longestLine = 20_000;

/** Makes pasted minutes ready: readable letters, without the page around them and without identity numbers. */
export function minutesText(original: string): MinutesText {
  const readable = readableText(original.slice(0, mostRead));
  const numbers = identityNumbersIn(readable.shown);
  const identityNumbers = numbers.map((span) => readable.origin(span));
  const guarded = numbers.length === 0 ? readable : without(readable, numbers);
  const marks = quoteMarks(guarded.plain);
  const unquoted = marks.length === 0 ? guarded : without(guarded, marks);
  const furniture = furnitureIn(unquoted.plain);
  const furnished = furniture.length === 0 ? unquoted : without(unquoted, furniture);
  const hyphens = hyphensAtLineEnd(furnished.plain);
  const joined = hyphens.length === 0 ? furnished : without(furnished, hyphens);
  const strong = [...joined.plain.matchAll(/\*\*|__(?=\S)|(?<=\S)__/gu)].map(({ index }): Span => [index, index + 2]);
  const text = strong.length === 0 ? joined : without(joined, strong);
  return {
    text,
    plain: text.plain,
    lines: linesOf(text.plain),
    identityNumbers,
    unreadFrom: original.length > mostRead ? mostRead : undefined,
  };
}

/** A stretch as a person would write it: white space made single. */
export function wordsAt({ text }: MinutesText, [start, end]: Span): string {
  return text.shown.slice(start, end).replaceAll(/\s+/gu, " ").trim();
}

/** The stretch without white space and the given signs at its ends. */
export function trimmed(plain: string, [start, end]: Span, signs = /[\s•*·_|:;,-]/u): Span {
  let [from, to] = [start, end];
  while (from < to && signs.test(plain[from] ?? "")) from += 1;
  while (to > from && signs.test(plain[to - 1] ?? "")) to -= 1;
  return [from, to];
}

function identityNumbersIn(shown: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (let place = findPersonalNumber(shown); place; place = findPersonalNumber(shown.slice(from))) {
    found.push([from + place.start, from + place.end]);
    from += place.end;
  }
  return found;
}

/** A page's menus and buttons are left out when there are several; its page numbers always (R037). */
function furnitureIn(plain: string): Span[] {
  const found = pageFurniture(plain);
  const isPageNumber = ([start, end]: Span) =>
    /^\s*(?:sid(?:a|an)?\.?\s*)?[\d\s()/-]+(?:av\s*\d+)?\s*$/iu.test(plain.slice(start, end));
  const certain = found.filter((span) => !isPageNumber(span) && certainFurniture.test(plain.slice(...span)));
  const numbers = found.filter(isPageNumber);
  return certain.length >= 2 ? found : numbers.length > 0 ? numbers : [];
}

const certainFurniture =
  /kakor|cookies|hoppa till|till innehåll|dela |skriv ut|lyssna|logga in|©|copyright|facebook|linkedin|^\s*meny\s*$|start(?:sida)?\s*[/>›»]/iu;

const bulletSign =
  /^(?:[•●▪▫■□◦‣⁃·*○◆➢➤→»✓✔☐☑\uF0B7\uF0A7\uF0D8\uF02D-]{1,2}|o(?=[ \t])|\[[ xX]?\]|[-=]{1,2}>)[ \t]+(?=\S)|^[•●▪■◦·\uF0B7\uF0A7](?=\S)/u;
const numberSign =
  /^(?:§§?[ \t]*(?<section>\d{1,3})(?:[ \t]*-[ \t]*\d{1,3})?[.:]?|(?<before>\d{1,3})[ \t]*§[.:]?|(?<point>\d{1,2}(?:\.\d{1,2})?)[.)](?![.\d])|(?<sub>\d{1,2}\.\d)(?![\d.:])|(?:punkt|ärende|p\.)[ \t]?(?<named>\d{1,2})[.:]?|\(?(?<letter>[a-j])\))[ \t]+(?=\S)/iu;

function linesOf(plain: string): MinutesLine[] {
  const lines: MinutesLine[] = [];
  let start = 0;
  let gap = true;
  while (start < plain.length) {
    const found = plain.indexOf("\n", start);
    const end = found < 0 ? plain.length : found;
    const at = trimmed(plain, [start, Math.min(end, start + longestLine)], /\s/u);
    if (at[1] > at[0] && !/^[\s_=*~.|+-]+$/u.test(plain.slice(...at))) {
      lines.push(lineFrom(plain, at, at[0] - start, gap));
      gap = false;
    } else {
      gap = true;
    }
    start = end + 1;
  }
  return lines;
}

function lineFrom(plain: string, at: Span, indent: number, gap: boolean): MinutesLine {
  let from = at[0];
  const hashes = /^#{1,6}(?=[ \t])/u.exec(plain.slice(from, from + 8))?.[0].length ?? 0;
  if (hashes > 0) from = skipped(plain, from + hashes, at[1]);
  const bullet = bulletSign.exec(plain.slice(from, from + 12));
  if (bullet) from = skipped(plain, from + bullet[0].length, at[1]);
  const lead = plain.slice(from, from + 24);
  const number = monthAfter.test(lead) ? null : numberSign.exec(lead);
  if (number) from = skipped(plain, from + number[0].length, at[1]);
  const stressed = /^(?:\*[^*\n]+\*|_[^_\n]+_)$/u.test(plain.slice(from, at[1]));
  const body = trimmed(plain, [from, at[1]], stressed ? /[\s|*_]/u : /[\s|]/u);
  return {
    at,
    body,
    words: plain.slice(...body),
    bullet: bullet !== null,
    number: number ? numberIn(number) : undefined,
    hashes,
    indent,
    cells: cellsOf(plain, body),
    gap,
  };
}

/** "3. mars" begins no list. */
const monthAfter = /^\d{1,2}\.\s+(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)/iu;

function numberIn(match: RegExpExecArray): string {
  const { section, before, point, sub, named, letter } = match.groups ?? {};
  const paragraph = section ?? before;
  return paragraph === undefined ? (point ?? sub ?? named ?? letter ?? "") : `§${paragraph}`;
}

function skipped(plain: string, from: number, end: number): number {
  let at = from;
  while (at < end && /\s/u.test(plain[at] ?? "")) at += 1;
  return at;
}

function cellsOf(plain: string, [start, end]: Span): Span[] {
  const cells: Span[] = [];
  let from = start;
  for (const match of plain.slice(start, end).matchAll(/[ \t]*(?:\t|\|)[ \t|]*| {3,}/gu)) {
    if (match.index > 0) cells.push([from, start + match.index]);
    from = start + match.index + match[0].length;
  }
  if (end > from) cells.push([from, end]);
  return cells.length > 0 ? cells : [[start, end]];
}
