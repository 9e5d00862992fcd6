import type { AskedWord } from "#features/knowledge/searching/query-reading.ts";
import {
  type Reason,
  type SearchDocument,
  type SearchedField,
  searchedFields,
  type Span,
} from "#features/knowledge/searching/search-answer.ts";
import { isFormOf, type NameWord } from "#features/knowledge/searching/synonyms.ts";
import { slipsAllowed, slipsBetween } from "#features/knowledge/searching/likeness.ts";
import { foldedForm, piecesOf, type Token, tokensIn } from "#features/knowledge/searching/tokens.ts";
import type { Analysis, WordAnalysis } from "#features/knowledge/searching/word-analysis.ts";

/** A place in a text where something that was asked for stands. */
export type Match = Span & {
  kind: Reason["kind"];
  asked: AskedWord;
  found: string;
  /** What was asked for, where that is more than the word. */ instead?: string;
};

type Compared = WordAnalysis & Token;
type Kind = Reason["kind"];

/** The plainest reason first. */
const kinds: readonly Kind[] = ["word", "part", "synonym", "likeness"];
const mostReasons = 6;
const alikeFrom = 0.5;

/** Where a document holds what was asked for, field by field. Only words that mean something are marked, unless nothing else was asked for. */
export function matchesIn(
  document: SearchDocument,
  asked: readonly AskedWord[],
  analysis: Analysis,
): Map<SearchedField, Match[]> {
  const sought = asked.filter(({ role }) => role === "means");
  const matches = new Map<SearchedField, Match[]>();
  const read = new Map<string, WordAnalysis>();
  for (const field of searchedFields) {
    const text = document.fields[field];
    if (!text) continue;
    const words = tokensIn(text).map((token): Compared => {
      const known = read.get(token.form) ?? analysis.analyse(token.form);
      read.set(token.form, known);
      return { ...token, ...known };
    });
    matches.set(
      field,
      words.flatMap((word, at) => sought.flatMap((one) => matchesAt(words, at, word, one, text, analysis))),
    );
  }
  return withoutNeedlessLikeness(matches);
}

function matchesAt(
  words: readonly Compared[],
  at: number,
  word: Compared,
  asked: AskedWord,
  text: string,
  analysis: Analysis,
): Match[] {
  const from = (kind: Kind, { start, end }: Span = word): Match => ({
    kind,
    asked,
    start,
    end,
    found: text.slice(word.start, Math.max(end, word.end)),
  });
  if (word.stem === asked.stem) return [from("word")];
  for (const { words: named, insteadOf } of asked.names) {
    const last = words[at + named.length - 1];
    if (last && named.every((nameWord, step) => isNamed(words[at + step], nameWord)))
      return [{ ...from("synonym", { start: word.start, end: last.end }), instead: insteadOf }];
  }
  if (word.parts.includes(asked.stem)) return partsAt(word, asked.stem, analysis).map((span) => from("part", span));
  if (asked.parts.includes(word.stem)) return [from("part")];
  return isAlike(word.form, asked.form) ? [from("likeness")] : [];
}

const isNamed = (word: Compared | undefined, name: NameWord) => word !== undefined && isFormOf(word, name);

/** The letters of the part alone; all of the word where the part stands inside another part. */
function partsAt(word: Compared, stem: string, analysis: Analysis): Span[] {
  const parts = analysis.partsOf(word.form).filter((part) => analysis.stemOf(part.word) === stem);
  // What is written with letters and accents apart is longer than what it is compared by.
  if (parts.length === 0 || word.end - word.start !== word.form.length) return [word];
  return parts.map(({ start, end }) => ({ start: word.start + start, end: word.start + end }));
}

function isAlike(form: string, asked: string): boolean {
  if (form.length < 4 || asked.length < 4) return false;
  const most = slipsAllowed(asked);
  if (slipsBetween(foldedForm(form), foldedForm(asked), most) <= most) return true;
  const wanted = piecesOf(asked);
  const has = new Set(piecesOf(form));
  return wanted.length > 1 && wanted.filter((piece) => has.has(piece)).length >= wanted.length * alikeFrom;
}

/** A word that is only like one asked for says nothing where that one stands itself. */
function withoutNeedlessLikeness(matches: Map<SearchedField, Match[]>): Map<SearchedField, Match[]> {
  const plain = new Set(
    [...matches.values()].flat().flatMap(({ kind, asked }) => (kind === "likeness" ? [] : [asked])),
  );
  for (const [field, list] of matches)
    matches.set(
      field,
      list.filter(({ kind, asked }) => kind !== "likeness" || !plain.has(asked)),
    );
  return matches;
}

/** Why a document was found, in words: each once, the plainest first. */
export function reasonsOf(matches: ReadonlyMap<SearchedField, readonly Match[]>): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const { kind, asked, found, instead } of [...matches.values()].flat()) {
    const reason = { kind, asked: instead ?? asked.form, found };
    const key = [kind, reason.asked, found.toLowerCase()].join("\n");
    if (!reasons.has(key)) reasons.set(key, reason);
  }
  return [...reasons.values()].toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind)).slice(0, mostReasons);
}

/** What to mark of a field: spans in order, none over another. */
export function marksOf(matches: readonly Match[]): Span[] {
  const marks: Span[] = [];
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = marks.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
