import { openFormTable, type Spelt } from "#features/knowledge/searching/form-table.ts";
import { larger, openNumberLists } from "#features/knowledge/searching/number-lists.ts";
import { openPieceLists } from "#features/knowledge/searching/piece-lists.ts";
import { openPostings, type Postings } from "#features/knowledge/searching/postings.ts";
import { foldedForm, lettersIn } from "#features/knowledge/searching/tokens.ts";
import type { Analysis, WordAnalysis } from "#features/knowledge/searching/word-analysis.ts";

/** A word that stands in some document, in one written form. Its number is that of the list of where it stands. */
export type Word = WordAnalysis & {
  id: number;
  form: string;
  /** The number of the list of its pieces. */
  pieces: number;
};

/** A form without å, ä and ö and accents; `letters` is which letters it has, one bit each. */
export type Folded = { form: string; letters: number; words: Word[] };

/** All words of the documents, found by form, stem, part, beginning, and form without å, ä and ö; and the pieces they are made of. */
export type Vocabulary = {
  /** Where each word and each piece stands. */
  readonly postings: Postings;
  /** Gathers a word of a document that comes in, with what it weighs there; made when it is new. */
  gather(spelt: Spelt, weight: number): number;
  /** Puts what has been gathered in its places, so many words of it at most; says whether there is more. */
  putGathered(slot: number, most: number): boolean;
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
  /** The list of where a run of letters stands that words share: wherever they do. */
  piece(text: string): number | undefined;
  /** Takes words of a document out of their places, each once. A word that stands nowhere any more is forgotten. */
  take(ids: readonly number[], slot: number): void;
};

type Lists = Map<string, Word[]>;

const none: readonly Word[] = [];
const beginningLength = 3;
const beginningOf = (form: string) => form.slice(0, beginningLength);

export function openVocabulary(analysis: Analysis): Vocabulary {
  const postings = openPostings();
  const words: (Word | undefined)[] = [];
  const forms = openFormTable((id) => words[id]?.form ?? "");
  const pieces = openPieceLists(openList, postings.lists.close);
  const piecesOfWords = openNumberLists();
  // For each list of postings what has been gathered of the document that comes in.
  let gathered = new Int32Array(256);
  const wordsComing: number[] = [];
  let piecesComing: number[] = [];
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

  function openList(): number {
    const list = postings.lists.open();
    if (list >= gathered.length) gathered = larger(gathered, list + 1);
    return list;
  }

  function make(spelt: Spelt): number {
    const id = openList();
    const form = String.fromCharCode(...spelt.letters.subarray(0, spelt.length));
    const word: Word = { id, form, pieces: piecesOfWords.open(), ...analysis.analyse(form) };
    words[id] = word;
    forms.add(id);
    pieces.join(spelt, (piece) => piecesOfWords.push(word.pieces, piece));
    eachList(word, join);
    joinFolded(word);
    return id;
  }

  function forget(word: Word): void {
    forms.remove(word.id);
    words[word.id] = undefined;
    postings.lists.close(word.id);
    pieces.leave(piecesOf(word));
    piecesOfWords.close(word.pieces);
    eachList(word, leave);
    leaveFolded(word);
  }

  const piecesOf = ({ pieces: list }: Word) =>
    piecesOfWords.all.subarray(piecesOfWords.startOf(list), piecesOfWords.endOf(list));

  function byId(id: number): Word {
    const word = words[id];
    if (!word) throw new Error(`A document holds word ${id}, which the vocabulary has forgotten`);
    return word;
  }

  /** Gathers what the pieces of a word weigh; each piece once, in whatever many words it stands. */
  function gatherPieces(id: number, weight: number): void {
    const { all } = piecesOfWords;
    const { pieces: list } = byId(id);
    const end = piecesOfWords.endOf(list);
    for (let at = piecesOfWords.startOf(list); at < end; at++) {
      const piece = all[at] ?? 0;
      const before = gathered[piece] ?? 0;
      if (before === 0) piecesComing.push(piece);
      gathered[piece] = before + weight;
    }
  }

  function forgetGathered(): void {
    for (const piece of piecesComing) gathered[piece] = 0;
    piecesComing = [];
  }

  return {
    postings,
    gather(spelt, weight) {
      const known = forms.find(spelt.letters, 0, spelt.length);
      const id = known < 0 ? make(spelt) : known;
      const before = gathered[id] ?? 0;
      if (before === 0) wordsComing.push(id);
      gathered[id] = before + weight;
      return id;
    },
    putGathered(slot, most) {
      const until = Math.max(0, wordsComing.length - most);
      while (wordsComing.length > until) {
        const id = wordsComing.pop() ?? 0;
        const weight = gathered[id] ?? 0;
        gathered[id] = 0;
        postings.add(id, slot, weight);
        gatherPieces(id, weight);
      }
      if (until > 0) return true;
      for (const piece of piecesComing) postings.add(piece, slot, gathered[piece] ?? 0);
      forgetGathered();
      return false;
    },
    byId,
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
    piece: pieces.listOf,
    take(taken, slot) {
      for (const id of taken) {
        postings.take(id, slot);
        gatherPieces(id, 1);
      }
      for (const piece of piecesComing) postings.take(piece, slot);
      forgetGathered();
      for (const id of taken) if (postings.lists.endOf(id) === postings.lists.startOf(id)) forget(byId(id));
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
