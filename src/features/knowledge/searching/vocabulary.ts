import { foldedForm, piecesOf } from "#features/knowledge/searching/tokens.ts";
import type { Analysis, WordAnalysis } from "#features/knowledge/searching/word-analysis.ts";

/** A word that stands in some document, in one written form. */
export type Word = WordAnalysis & {
  id: number;
  form: string;
  /**
   * Where it stands: for each document its place in the index and how much the word weighs there, in one whole number. Plain arrays of small
   * numbers: most words stand in one or two documents, and a typed array costs more than what it would hold.
   */
  postings: number[];
};

const weightBits = 8;
const mostWeight = 2 ** weightBits - 1;

export const slotOf = (posting: number): number => posting >> weightBits;
export const weightOf = (posting: number): number => posting & mostWeight;
const posting = (slot: number, weight: number): number => (slot << weightBits) | Math.min(mostWeight, weight);

/** All words of the documents, found by form, stem, part, piece, beginning, and form without å, ä and ö. */
export type Vocabulary = {
  /** A word of a document that comes in; made when it is new. */
  wordFor(form: string): Word;
  byId(id: number): Word;
  /** One more than the highest id. */
  readonly ids: number;
  byForm(form: string): Word | undefined;
  withStem(stem: string): readonly Word[];
  withPart(stem: string): readonly Word[];
  withPiece(piece: string): readonly Word[];
  withFolded(folded: string): readonly Word[];
  startingWith(beginning: string): Word[];
  /** Every form without å, ä and ö and accents, with the words that are written so. */
  byFolded(): Iterable<[string, readonly Word[]]>;
  put(word: Word, slot: number, weight: number): void;
  /** Takes a document's place out of a word's; a word that stands nowhere any more is forgotten. */
  take(word: Word, slot: number): void;
};

const none: readonly Word[] = [];
const beginningLength = 3;
/** A word holds a piece or does not: "anananas" has anan once. */
const distinctPieces = (form: string) => [...new Set(piecesOf(form))];
const beginningOf = (form: string) => form.slice(0, beginningLength);

export function openVocabulary(analysis: Analysis): Vocabulary {
  const forms = new Map<string, Word>();
  const words: (Word | undefined)[] = [];
  const freeIds: number[] = [];
  const stems = new Map<string, Word[]>();
  const parts = new Map<string, Word[]>();
  const pieces = new Map<string, Word[]>();
  const folded = new Map<string, Word[]>();
  const beginnings = new Map<string, Word[]>();

  const lists = (word: Word): [Map<string, Word[]>, string][] => [
    [stems, word.stem],
    [folded, foldedForm(word.form)],
    [beginnings, beginningOf(word.form)],
    ...word.parts.map((part): [Map<string, Word[]>, string] => [parts, part]),
    ...distinctPieces(word.form).map((piece): [Map<string, Word[]>, string] => [pieces, piece]),
  ];

  function forget(word: Word): void {
    forms.delete(word.form);
    words[word.id] = undefined;
    freeIds.push(word.id);
    for (const [map, key] of lists(word)) {
      const left = (map.get(key) ?? []).filter((other) => other !== word);
      if (left.length > 0) map.set(key, left);
      else map.delete(key);
    }
  }

  return {
    wordFor(form) {
      const known = forms.get(form);
      if (known) return known;
      const word: Word = { id: freeIds.pop() ?? words.length, form, ...analysis.analyse(form), postings: [] };
      forms.set(form, word);
      words[word.id] = word;
      for (const [map, key] of lists(word)) {
        const list = map.get(key);
        if (list) list.push(word);
        else map.set(key, [word]);
      }
      return word;
    },
    byId(id) {
      const word = words[id];
      if (!word) throw new Error(`A document holds word ${id}, which the vocabulary has forgotten`);
      return word;
    },
    get ids() {
      return words.length;
    },
    byForm: (form) => forms.get(form),
    withStem: (stem) => stems.get(stem) ?? none,
    withPart: (stem) => parts.get(stem) ?? none,
    withPiece: (piece) => pieces.get(piece) ?? none,
    withFolded: (form) => folded.get(form) ?? none,
    startingWith(beginning) {
      if (beginning.length >= beginningLength)
        return (beginnings.get(beginningOf(beginning)) ?? []).filter(({ form }) => form.startsWith(beginning));
      return [...beginnings].flatMap(([start, list]) => (start.startsWith(beginning) ? list : []));
    },
    byFolded: () => folded.entries(),
    put(word, slot, weight) {
      const { postings } = word;
      const entry = posting(slot, weight);
      // Nearly always the newest place, which belongs at the end.
      if (postings.length === 0 || slotOf(postings[postings.length - 1] ?? 0) < slot) postings.push(entry);
      else postings.splice(placeOf(postings, slot), 0, entry);
    },
    take(word, slot) {
      word.postings.splice(placeOf(word.postings, slot), 1);
      if (word.postings.length === 0) forget(word);
    },
  };
}

/** Where a document's posting stands or belongs. */
function placeOf(postings: readonly number[], slot: number): number {
  let low = 0;
  let high = postings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slotOf(postings[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}
