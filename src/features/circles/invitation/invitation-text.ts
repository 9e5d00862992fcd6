import type { Span } from "./found.ts";
import { pageFurniture } from "./page-furniture.ts";
import { documentFrame, hyphensAtLineEnd, oddBulletsAt, quoteMarks, runTogetherAt } from "./pasted-lines.ts";
import { type Passage, type PassageKind, passagesOf } from "./passages.ts";
import { type ReadableText, exchanged, readableText, without } from "./readable-text.ts";

export type Line = { readonly span: Span; readonly text: string };

/** An invitation's text, divided the ways its readers need it. All stretches are in `text.shown` and `text.plain`. */
export type InvitationText = {
  readonly text: ReadableText;
  readonly plain: string;
  readonly lines: readonly Line[];
  readonly sentences: readonly Span[];
  readonly passages: readonly Passage[];
  /** Where reading stopped, when the text is longer than any invitation. */
  readonly unreadFrom: number | undefined;
};

/** An invitation of fifty pages; what comes after is not read, and that is told. */
const mostRead = 100_000;
/** A sentence without an end is read in pieces of this length. */
const longestSentence = 1_500;
/** More headings of one kind than this are no headings. */
const mostPassages = 25;

/** Makes a pasted text ready: readable letters, no page furniture, no hard line breaks inside sentences. */
export function invitationText(original: string): InvitationText {
  const readable = readableText(original.slice(0, mostRead));
  const frames = documentFrame(readable.shown);
  const framed = without(
    exchanged(
      readable,
      frames.map(([, end]) => end),
      "\n",
    ),
    frames,
  );
  const unquoted = without(framed, quoteMarks(framed.shown));
  const furnished = without(unquoted, pageFurniture(unquoted.shown));
  const parted = exchanged(furnished, runTogetherAt(furnished.plain), "\n");
  const listed = exchanged(parted, oddBulletsAt(parted.plain), "•");
  const content = without(
    listed,
    [...emptyStretches(listed.plain), ...hyphensAtLineEnd(listed.plain)].toSorted((a, b) => a[0] - b[0]),
  );
  const text = exchanged(content, wrappedAt(content.plain), " ");
  const lines = linesOf(text.plain);
  return {
    text,
    plain: text.plain,
    lines,
    sentences: lines.flatMap(({ span }) => sentencesIn(text.plain, span)),
    passages: passagesOf(text.plain, lines),
    unreadFrom: original.length > mostRead ? mostRead : undefined,
  };
}

/** Long runs of spaces, and more than two empty lines, mean no more than short ones. */
function emptyStretches(text: string): Span[] {
  return [...text.matchAll(/[ \t]{4}(?<more>[ \t]+)|\n[ \t]*\n[ \t]*\n(?<lines>[ \t\n]+)/gu)].map((match) => {
    const length = (match.groups?.["more"] ?? match.groups?.["lines"] ?? "").length;
    const end = match.index + match[0].length;
    return [end - length, end];
  });
}

/** The words of a stretch as a person would write them: white space made single, bullets and quotation marks off. */
export function wordsAt({ text }: InvitationText, [start, end]: Span): string {
  return text.shown
    .slice(start, end)
    .replaceAll(/\s+/gu, " ")
    .replace(/^[\s•*·\-–—_|:;,]+/u, "")
    .replace(/[\s•*·_|:;,\-–—]+$/u, "");
}

/** The stretch without white space, bullets and the like at its ends. */
export function trimmed({ plain }: InvitationText, [start, end]: Span): Span {
  let [from, to] = [start, end];
  while (from < to && /[\s•*·_|:;,-]/u.test(plain[from] ?? "")) from += 1;
  while (to > from && /[\s•*·_|:;,-]/u.test(plain[to - 1] ?? "")) to -= 1;
  return [from, to];
}

/** The sentence a position lies in; a stretch of nothing when it lies in none. */
export function sentenceAt({ sentences }: InvitationText, at: number): Span {
  return around(sentences, at) ?? [at, at];
}

/** The sentences that lie wholly in a stretch. */
export function sentencesWithin({ sentences }: InvitationText, [start, end]: Span): Span[] {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.[0] ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Span[] = [];
  for (let at = low; at < sentences.length && (sentences[at]?.[1] ?? Infinity) <= end; at += 1)
    inside.push(sentences[at] ?? [0, 0]);
  return inside;
}

/** The line a position lies in, by its place among the lines. */
export function lineAt({ lines }: InvitationText, at: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.span[0] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function passageAt({ passages }: InvitationText, at: number): Passage | undefined {
  let [low, high] = [0, passages.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((passages[middle]?.label[0] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const found = passages[low];
  return found && found.label[0] <= at && at < found.body[1] ? found : undefined;
}

export function passagesOfKind({ passages }: InvitationText, ...kinds: PassageKind[]): Passage[] {
  return passages.filter(({ kind }) => kinds.includes(kind)).slice(0, mostPassages);
}

function around(spans: readonly Span[], at: number): Span | undefined {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [start, end] = spans[middle] ?? [0, 0];
    if (at < start) high = middle - 1;
    else if (at >= end) low = middle + 1;
    else return spans[middle];
  }
  return undefined;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const indent = line.length - line.trimStart().length;
    lines.push({ span: [start + indent, start + line.trimEnd().length], text: line.trim() });
    start += line.length + 1;
  }
  return lines.map(({ span: [from, to], text: line }) => ({ span: [from, Math.max(from, to)], text: line }));
}

const abbreviation =
  /(?:^|[^\p{L}])(?:kl|ca|c:a|dr|fil|med|leg|tekn|odont|pol|ekon|jur|bl|a|t|ex|t\.ex|bl\.a|dvs|d\.v\.s|m\.m|m\.fl|etc|nr|tel|tfn|mob|jan|feb|febr|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec|v|prof|doc|univ|st|ev|resp|exkl|inkl|max|min|obs|o\.s\.a|s\.k|f\.d|p\.g\.a|mån|tis|ons|tor|tors|fre|lör|sön|\p{Lu})\.$/iu;

/** Divides a line where a full stop, question mark or exclamation mark ends a sentence, and not after "kl." or "fil. dr". */
export function sentencesIn(text: string, [start, end]: Span): Span[] {
  const sentences: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/[.!?]["')]?\s+(?=["'(]?[\p{Lu}\d•-])/gu)) {
    const at = start + match.index + 1;
    const before = text.slice(Math.max(from, at - 12), at);
    if (abbreviation.test(before) || /^\s*\d{1,2}\.$/u.test(text.slice(from, at))) continue;
    sentences.push([from, at]);
    from = start + match.index + match[0].length;
  }
  if (end > from) sentences.push([from, end]);
  return sentences.flatMap((sentence) => pieces(sentence));
}

function pieces([start, end]: Span): Span[] {
  const count = Math.ceil((end - start) / longestSentence);
  return Array.from({ length: count }, (_, at) => [
    start + at * longestSentence,
    Math.min(end, start + (at + 1) * longestSentence),
  ]);
}

/**
 * Where a hard line break only wraps a sentence: the line before is long or ends in a comma, a dash or a small
 * word, and the next goes on in lower case, or with a digit after a comma.
 */
function wrappedAt(text: string): number[] {
  const wrapped: number[] = [];
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
    const line = text.slice(start, end).trimEnd();
    const next = text.slice(end + 1, end + 60);
    const open =
      /(?:,|[\p{L}\d] -|(?:^|\s)(?:och|samt|eller|den|kl\.?|att|som|för|med|av|i|på|till|från|en|ett))$/iu.test(line);
    const lower =
      /^[ \t]*(?:\p{Ll}|\()/u.test(next) &&
      !/^[ \t]*[a-zå-ö]\)/u.test(next) &&
      !/^\s*\S{0,40}@/u.test(next) &&
      (open || !/^\s*(?:mån|tis|ons|tors?|fre|lör|sön|kl|v\.|vecka)(?!\p{Ll}{2,}(?<!dag))/iu.test(next));
    const digit = /^[ \t]*\d/u.test(next);
    const ended = line === "" || /[.:!?;|\t]$/u.test(line);
    const bullet = /^[\s]*[•*·-]/u.test(line);
    if (!ended && ((lower && (open || line.length >= 50 || (line.length >= 40 && !bullet))) || (digit && open)))
      wrapped.push(end);
    start = end + 1;
  }
  return wrapped;
}
