import type { Kept } from "#features/knowledge/searching/kept-documents.ts";
import { isLike } from "#features/knowledge/searching/likeness.ts";
import type { AskedWord } from "#features/knowledge/searching/query-reading.ts";
import type { Reason, SearchedField, Span } from "#features/knowledge/searching/search-answer.ts";
import { isFormOf, type NameWord } from "#features/knowledge/searching/synonyms.ts";
import { piecesOf, wordEndingFrom } from "#features/knowledge/searching/tokens.ts";
import type { Vocabulary, Word } from "#features/knowledge/searching/vocabulary.ts";
import type { Analysis } from "#features/knowledge/searching/word-analysis.ts";

/** A place in a text where something that was asked for stands: a word, a part of one, or another name. */
export type Match = Span & {
  kind: Reason["kind"];
  /** What was asked for, as it was asked. */
  asked: string;
  found: string;
};

export type Matches = ReadonlyMap<SearchedField, readonly Match[]>;

/**
 * Tells where documents hold what was asked for. Only words that mean something are sought; one that is merely like another says nothing where
 * that one stands itself.
 */
export function matcher(
  asked: readonly AskedWord[],
  vocabulary: Vocabulary,
  analysis: Analysis,
): (kept: Kept) => Matches {
  // What is asked for twice is marked once.
  const sought = [
    ...new Map(asked.flatMap((one) => (one.role === "means" ? [[one.form, one] as const] : []))).values(),
  ];
  const plainly = new Map<number, AskedWord[]>();
  for (const one of sought) {
    for (const { id } of wordsFor(one, vocabulary)) plainly.set(id, [...(plainly.get(id) ?? []), one]);
  }
  const likes = sought.map((one) => ({ one, pieces: new Set(piecesOf(one.form)), known: new Map<number, boolean>() }));

  return (kept) => {
    const matches = new Map<SearchedField, Match[]>(kept.fields.map(({ field }) => [field, []]));
    const found = new Set<AskedWord>();
    for (const { field, from, to } of kept.fields) {
      for (let at = from; at < to; at++) {
        for (const one of plainly.get(kept.sequence[at] ?? -1) ?? []) {
          const here = plainMatches(kept, field, at, one, vocabulary, analysis);
          if (here.length > 0) found.add(one);
          matches.get(field)?.push(...here);
        }
      }
    }
    // What holds nothing plainly was found by its likeness; of anything else that would only be noise.
    for (const { one, pieces, known } of found.size === 0 ? likes : []) {
      const isAlike = (id: number) => {
        const is = known.get(id) ?? isLike(vocabulary.byId(id), one.form, pieces);
        known.set(id, is);
        return is;
      };
      for (const { field, from, to } of kept.fields) {
        for (let at = from; at < to; at++) {
          if (!isAlike(kept.sequence[at] ?? -1)) continue;
          const span = spanAt(kept, field, at);
          matches.get(field)?.push({ ...span, kind: "likeness", asked: one.form, found: textOf(kept, field, span) });
        }
      }
    }
    return matches;
  };
}

/** The words that can be what is sought, or begin another name for it; each once. */
function wordsFor(one: AskedWord, vocabulary: Vocabulary): Set<Word> {
  const stems = [one.stem, ...one.parts, ...one.names.flatMap(({ words: [first] }) => (first ? [first.stem] : []))];
  return new Set([...stems.flatMap((stem) => vocabulary.withStem(stem)), ...vocabulary.withPart(one.stem)]);
}

function plainMatches(
  kept: Kept,
  field: SearchedField,
  at: number,
  asked: AskedWord,
  vocabulary: Vocabulary,
  analysis: Analysis,
): Match[] {
  const word = vocabulary.byId(kept.sequence[at] ?? -1);
  const span = spanAt(kept, field, at);
  const found = textOf(kept, field, span);
  if (word.stem === asked.stem) return [{ ...span, kind: "word", asked: asked.form, found }];
  for (const { words: named, insteadOf } of asked.names) {
    if (!named.every((nameWord, step) => isNamedAt(kept, at + step, nameWord, vocabulary))) continue;
    const whole = { start: span.start, end: spanAt(kept, field, at + named.length - 1).end };
    return [{ ...whole, kind: "synonym", asked: insteadOf, found: textOf(kept, field, whole) }];
  }
  if (word.parts.includes(asked.stem))
    return partsAt(word, span, asked.stem, analysis).map((part) => ({
      ...part,
      kind: "part",
      asked: asked.form,
      found,
    }));
  return asked.parts.includes(word.stem) ? [{ ...span, kind: "part", asked: asked.form, found }] : [];
}

const textOf = ({ document }: Kept, field: SearchedField, { start, end }: Span) =>
  (document.fields[field] ?? "").slice(start, end);

function spanAt({ document, starts }: Kept, field: SearchedField, at: number): Span {
  const start = starts[at] ?? 0;
  return { start, end: wordEndingFrom(document.fields[field] ?? "", start) };
}

function isNamedAt(kept: Kept, at: number, nameWord: NameWord, vocabulary: Vocabulary): boolean {
  const id = kept.sequence[at] ?? -1;
  return id >= 0 && isFormOf(vocabulary.byId(id), nameWord);
}

/** The letters of the part alone; all of the word where the part stands inside another part. */
function partsAt(word: Word, span: Span, stem: string, analysis: Analysis): Span[] {
  const parts = analysis.partsOf(word.form).filter((part) => analysis.stemOf(part.word) === stem);
  // What is written with letters and accents apart is longer than what it is compared by.
  if (parts.length === 0 || span.end - span.start !== word.form.length) return [span];
  return parts.map(({ start, end }) => ({ start: span.start + start, end: span.start + end }));
}
