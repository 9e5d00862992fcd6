import { wordsMeantBy } from "#features/knowledge/searching/likeness.ts";
import type { AskedWord } from "#features/knowledge/searching/query-reading.ts";
import { foldedForm, tokensIn } from "#features/knowledge/searching/tokens.ts";
import type { Vocabulary, Word } from "#features/knowledge/searching/vocabulary.ts";
import type { Analysis } from "#features/knowledge/searching/word-analysis.ts";

const fewestLetters = 2;

/** How many readable documents a word stands in. */
export type Spread = (word: Word) => number;

/** The query with its last, half-written word written out, as the words that stand in the most readable documents; each stem once. */
export function completions(query: string, most: number, vocabulary: Vocabulary, spread: Spread): string[] {
  const last = tokensIn(query).at(-1);
  if (!last || last.end !== query.length || last.form.length < fewestLetters) return [];
  const byStem = new Map<string, { form: string; many: number; all: number }>();
  for (const { word, many } of wordsStarting(last.form, vocabulary, spread)) {
    const before = byStem.get(word.stem);
    const isCommoner = !before || many > before.many || (many === before.many && word.form < before.form);
    const kept = isCommoner ? { form: word.form, many } : before;
    byStem.set(word.stem, { ...kept, all: (before?.all ?? 0) + many });
  }
  return [...byStem.values()]
    .filter(({ form }) => form !== last.form)
    .toSorted((a, b) => b.all - a.all || (a.form < b.form ? -1 : 1))
    .slice(0, most)
    .map(({ form }) => query.slice(0, last.start) + form);
}

function wordsStarting(beginning: string, vocabulary: Vocabulary, spread: Spread): { word: Word; many: number }[] {
  const readable = (words: readonly Word[]) =>
    words.map((word) => ({ word, many: spread(word) })).filter(({ many }) => many > 0);
  const words = readable(vocabulary.startingWith(beginning));
  if (words.length > 0) return words;
  const folded = foldedForm(beginning);
  const lengths = Array.from(
    { length: Math.max(0, vocabulary.longest - folded.length) },
    (_, more) => folded.length + more,
  );
  return lengths.flatMap((length) =>
    [...vocabulary.foldedOfLength(length)].flatMap(({ form, words: written }) =>
      form.startsWith(folded) ? readable(written) : [],
    ),
  );
}

/**
 * The query with each word that nobody has written, and that is no Swedish word, changed to the nearest that somebody has; nothing when there is
 * no such word. Of words as near, the one in the most readable documents.
 */
export function corrected(
  query: string,
  asked: readonly AskedWord[],
  vocabulary: Vocabulary,
  spread: Spread,
  analysis: Analysis,
): string | undefined {
  const better = new Map<string, string>();
  for (const { form, stem, role, names } of asked) {
    const isWritten = [...vocabulary.withStem(stem), ...vocabulary.withPart(stem)].some((word) => spread(word) > 0);
    if (role !== "means" || names.length > 0 || isWritten || analysis.knows(form)) continue;
    const [best] = wordsMeantBy(form, vocabulary, (word) => spread(word) > 0).toSorted(
      (a, b) => spread(b) - spread(a) || (a.form < b.form ? -1 : 1),
    );
    if (best) better.set(form, best.form);
  }
  if (better.size === 0) return undefined;
  let text = "";
  let at = 0;
  for (const { start, end, form } of tokensIn(query)) {
    text += query.slice(at, start) + (better.get(form) ?? query.slice(start, end));
    at = end;
  }
  return text + query.slice(at);
}
