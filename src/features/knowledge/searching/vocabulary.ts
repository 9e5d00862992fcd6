import { addPosting, noPostings, type Postings, takePosting } from "#features/knowledge/searching/postings.ts";
import { foldedForm, lettersIn, piecesOf } from "#features/knowledge/searching/tokens.ts";
import type { Analysis, WordAnalysis } from "#features/knowledge/searching/word-analysis.ts";

/** A word that stands in some document, in one written form. */
export type Word = WordAnalysis & {
  id: number;
  form: string;
  pieces: readonly Piece[];
  postings: Postings;
  /** What it weighs in the document that is coming in. */
  gathered: number;
};

/** A run of letters that words share. It stands wherever they do. */
export type Piece = { text: string; words: number; postings: Postings; gathered: number };

/** A form without å, ä and ö and accents; `letters` is which letters it has, one bit each. */
export type Folded = { form: string; letters: number; words: Word[] };

/** All words of the documents, found by form, stem, part, beginning, and form without å, ä and ö; and the pieces they are made of. */
export type Vocabulary = {
  /** A word of a document that comes in; made when it is new. */
  wordFor(form: string): Word;
  byId(id: number): Word;
  /** One more than the highest id. */
  readonly ids: number;
  withStem(stem: string): readonly Word[];
  withPart(stem: string): readonly Word[];
  withFolded(folded: string): readonly Word[];
  startingWith(beginning: string): Word[];
  /** Every form of so many letters without å, ä and ö and accents, with the words that are written so. */
  foldedOfLength(length: number): Iterable<Folded>;
  /** The longest of them. */
  readonly longest: number;
  piece(text: string): Piece | undefined;
  /** Puts a document's words in their places, each once, with what has been gathered of it. */
  put(words: readonly Word[], slot: number): void;
  /** Takes a document's words out of their places. A word that stands nowhere any more is forgotten. */
  take(words: ReadonlySet<Word>, slot: number): void;
};

type Lists = Map<string, Word[]>;

const none: readonly Word[] = [];
const beginningLength = 3;
const beginningOf = (form: string) => form.slice(0, beginningLength);

export function openVocabulary(analysis: Analysis): Vocabulary {
  const forms = new Map<string, Word>();
  const words: (Word | undefined)[] = [];
  const freeIds: number[] = [];
  const pieces = new Map<string, Piece>();
  const stems: Lists = new Map();
  const parts: Lists = new Map();
  const folded: Map<string, Folded>[] = [];
  const beginnings: Lists = new Map();

  function eachList(word: Word, visit: (lists: Lists, key: string, word: Word) => void): void {
    visit(stems, word.stem, word);
    visit(beginnings, beginningOf(word.form), word);
    for (const part of word.parts) visit(parts, part, word);
  }

  function joinFolded(word: Word): void {
    const form = foldedForm(word.form);
    const ofLength = (folded[form.length] ??= new Map<string, Folded>());
    const known = ofLength.get(form);
    if (known) known.words.push(word);
    else ofLength.set(form, { form, letters: lettersIn(form), words: [word] });
  }

  function leaveFolded(word: Word): void {
    const form = foldedForm(word.form);
    const known = folded[form.length]?.get(form);
    if (!known) return;
    known.words = known.words.filter((other) => other !== word);
    if (known.words.length === 0) folded[form.length]?.delete(form);
  }

  function pieceFor(text: string): Piece {
    const known = pieces.get(text);
    if (known) return known;
    const piece = { text, words: 0, postings: noPostings(), gathered: 0 };
    pieces.set(text, piece);
    return piece;
  }

  function forget(word: Word): void {
    forms.delete(word.form);
    words[word.id] = undefined;
    freeIds.push(word.id);
    eachList(word, leave);
    leaveFolded(word);
    for (const piece of word.pieces) if (--piece.words === 0) pieces.delete(piece.text);
  }

  return {
    wordFor(form) {
      const known = forms.get(form);
      if (known) return known;
      const { stem, parts: partStems } = analysis.analyse(form);
      const id = freeIds.pop() ?? words.length;
      const word: Word = {
        id,
        form,
        stem,
        parts: partStems,
        pieces: piecesOf(form).map(pieceFor),
        postings: noPostings(),
        gathered: 0,
      };
      for (const piece of word.pieces) piece.words++;
      forms.set(form, word);
      words[id] = word;
      eachList(word, join);
      joinFolded(word);
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
    withStem: (stem) => stems.get(stem) ?? none,
    withPart: (stem) => parts.get(stem) ?? none,
    withFolded: (form) => folded[form.length]?.get(form)?.words ?? none,
    startingWith(beginning) {
      if (beginning.length >= beginningLength)
        return (beginnings.get(beginningOf(beginning)) ?? []).filter(({ form }) => form.startsWith(beginning));
      return [...beginnings].flatMap(([start, list]) => (start.startsWith(beginning) ? list : []));
    },
    foldedOfLength: (length) => folded[length]?.values() ?? [],
    get longest() {
      return folded.length;
    },
    piece: (text) => pieces.get(text),
    put(coming, slot) {
      const gathered: Piece[] = [];
      for (const word of coming) {
        const weight = word.gathered;
        word.gathered = 0;
        addPosting(word.postings, slot, weight);
        for (const piece of word.pieces) {
          if (piece.gathered === 0) gathered.push(piece);
          piece.gathered += weight;
        }
      }
      for (const piece of gathered) {
        addPosting(piece.postings, slot, piece.gathered);
        piece.gathered = 0;
      }
    },
    take(taken, slot) {
      for (const word of taken) {
        takePosting(word.postings, slot);
        for (const piece of word.pieces) takePosting(piece.postings, slot);
        if (word.postings.size === 0) forget(word);
      }
    },
  };
}

function join(lists: Lists, key: string, word: Word): void {
  const list = lists.get(key);
  if (list) list.push(word);
  else lists.set(key, [word]);
}

function leave(lists: Lists, key: string, word: Word): void {
  const left = (lists.get(key) ?? []).filter((other) => other !== word);
  if (left.length > 0) lists.set(key, left);
  else lists.delete(key);
}
