import type { Span } from "./found.ts";
import { htmlPieces } from "./html-pieces.ts";

/**
 * A pasted text made fit for reading, with a way back to the original.
 *
 * `shown` has plain spaces, composed letters, no invisible characters and no HTML tags; `plain` is `shown` with every
 * dash as "-" and every quotation mark as '"', of the same length, for patterns. `origin` gives the stretch of the
 * original text that a stretch of `shown` came from.
 */
export type ReadableText = {
  readonly shown: string;
  readonly plain: string;
  readonly origin: (span: Span) => Span;
};

/** Makes a text readable. Linear in its length. */
export function readableText(original: string): ReadableText {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (letter: string, start: number, end: number) => {
    letters.push(letter);
    starts.push(start);
    ends.push(end);
  };

  for (const { text, start, end } of htmlPieces(original)) {
    // A decoded entity or an inserted break stands for the whole stretch it came from.
    const verbatim = end - start === text.length;
    for (let i = 0; i < text.length; i += 1) {
      const letter = readableLetter(text[i] ?? "", text[i + 1]);
      const from = verbatim ? start + i : start;
      if (letter === "") continue;
      const composed = combining.test(letter) ? ((letters.at(-1) ?? "") + letter).normalize("NFC") : "";
      if (composed.length === 1) {
        letters[letters.length - 1] = composed;
        ends[ends.length - 1] = verbatim ? from + 1 : end;
        continue;
      }
      put(letter, from, verbatim ? from + 1 : end);
    }
  }
  return fromLetters(letters, starts, ends);
}

/** The same readable text without some of its letters, for instance lines that are page furniture. */
export function without(text: ReadableText, cut: readonly Span[]): ReadableText {
  const letters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let next = 0;
  for (let i = 0; i < text.shown.length; i += 1) {
    while (next < cut.length && (cut[next]?.[1] ?? 0) <= i) next += 1;
    if (i >= (cut[next]?.[0] ?? Infinity)) continue;
    const [start, end] = text.origin([i, i + 1]);
    letters.push(text.shown[i] ?? "");
    starts.push(start);
    ends.push(end);
  }
  return fromLetters(letters, starts, ends);
}

/** The same readable text with some letters exchanged for others, one for one. */
export function exchanged(text: ReadableText, at: readonly number[], letter: string): ReadableText {
  const letters = [...Array(text.shown.length).keys()].map((i) => text.shown[i] ?? "");
  for (const i of at) letters[i] = letter;
  const shown = letters.join("");
  return { shown, plain: plainLetters(shown), origin: text.origin };
}

function fromLetters(letters: readonly string[], starts: readonly number[], ends: readonly number[]): ReadableText {
  const shown = letters.join("");
  const last = ends.at(-1) ?? 0;
  return {
    shown,
    plain: plainLetters(shown),
    origin: ([start, end]) => {
      const from = starts[start] ?? last;
      return [from, end > start ? (ends[end - 1] ?? last) : from];
    },
  };
}

const combining = /^[\u0300-\u036F]$/u;
const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u0000-\u0008\u000E-\u001F\u007F]/u;
const spaces = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/u;
const breaks = /[\r\v\f\u0085\u2028\u2029]/u;

function readableLetter(letter: string, next: string | undefined): string {
  if (letter === "\r" && next === "\n") return "";
  if (breaks.test(letter)) return "\n";
  if (invisible.test(letter)) return "";
  return spaces.test(letter) ? " " : letter;
}

function plainLetters(text: string): string {
  return text
    .replaceAll(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu, "-")
    .replaceAll(/[“”„«»″]/gu, '"')
    .replaceAll(/[’‘´`]/gu, "'");
}
