import { bestOf, comesBefore } from "#features/knowledge/searching/best-of.ts";
import { closeness, type Placed } from "#features/knowledge/searching/closeness.ts";
import type { Kept } from "#features/knowledge/searching/kept-documents.ts";
import { alikeFrom, wordsMeantBy } from "#features/knowledge/searching/likeness.ts";
import type { AskedWord } from "#features/knowledge/searching/query-reading.ts";
import { isFormOf, type Name } from "#features/knowledge/searching/synonyms.ts";
import { piecesOf } from "#features/knowledge/searching/tokens.ts";
import type { Vocabulary, Word } from "#features/knowledge/searching/vocabulary.ts";
import {
  addPostings,
  heldBack,
  type openTally,
  rarity,
  type Readable,
  type Tally,
} from "#features/knowledge/searching/weighing.ts";

/** What counts how much. Chosen by cross-validation; docs/decisions/026-swedish-search-is-our-own-index.md says how. */
export const ourWeights = {
  words: { k1: 0.8, b: 0.9 },
  pieces: { k1: 0.8, b: 0.9 },
  /** A compound that has the word asked for as a part, against the word itself. */
  compoundOfWord: 0.2,
  /** A part of a compound that is asked for, against the compound. */
  partOfWord: 0.2,
  synonym: 0.7,
  /** A word that is nearly the one asked for, when nothing holds that one. */
  meant: 0.6,
  alike: 0.3,
  closeness: 0.6,
};
export type Weights = { -readonly [Key in keyof typeof ourWeights]: (typeof ourWeights)[Key] };

/** So many of the best are read closely, for how their words stand together. */
const readClosely = 50;
/** Among so few documents a piece that most hold may still tell. */
const fewDocuments = 20;

/** One thing asked for: the stem of a word, or of a part of one, with its other names. */
type Concept = { stem: string; weight: number; names: readonly Name[]; word: AskedWord };

/** All that was found, in no order; how many of it are wanted; and the first of those in order. */
export type Ranked = { found: number[]; total: number; best: { slot: number; score: number }[] };

/** What a question is answered on. The tally is the index's own: one question is answered at a time. */
export type RankingGround = {
  tally: ReturnType<typeof openTally>;
  vocabulary: Vocabulary;
  readable: Readable;
  bySlot: (slot: number) => Kept;
  weights: Weights;
};

/**
 * The readable documents that hold something of what is asked for, the best `most` of them in order. No word is required: whoever asks in a
 * whole sentence uses words that the answer does not. Words that only bind others count for how closely they stand to the rest, and find nothing.
 */
export function rank(
  asked: readonly AskedWord[],
  most: number,
  isWanted: ((slot: number) => boolean) | undefined,
  ground: RankingGround,
): Ranked {
  const { readable, weights } = ground;
  const scores = new Float64Array(readable.isReadable.length);
  const isFound = new Uint8Array(readable.isReadable.length);
  const { tally } = ground;
  tally.begin(readable);
  const held = heldBack(readable.lengths, weights.words);
  const rarities = new Map<string, number>();
  for (const concept of conceptsOf(asked, weights)) {
    gather(concept, tally, ground);
    const rare = rarity(readable.documents, tally.size);
    rarities.set(concept.stem, rare);
    tally.addTo(scores, concept.weight * rare * (weights.words.k1 + 1), held);
    tally.noteIn(isFound);
    tally.clear();
  }
  for (const { stem, role } of asked) {
    if (role === "binds" && !rarities.has(stem)) rarities.set(stem, rarityOfBinding(stem, ground));
  }
  if (weights.alike > 0) addLikeness(asked, scores, ground);

  const found = slotsIn(isFound);
  const wanted = isWanted ? found.filter(isWanted) : found;
  return { found, total: wanted.length, best: bestAmong(wanted, most, scores, asked, rarities, ground) };
}

/** A word that only binds others is told apart by its commonest form; it weighs by where it stands between words, and not by itself. */
function rarityOfBinding(stem: string, { vocabulary, readable }: RankingGround): number {
  const many = vocabulary.withStem(stem).map(({ id }) => vocabulary.postings.readableAmong(id, readable.isReadable));
  return rarity(readable.documents, Math.max(0, ...many));
}

const slotsIn = (isFound: Uint8Array) => {
  const slots: number[] = [];
  for (let slot = 0; slot < isFound.length; slot++) if (isFound[slot] !== 0) slots.push(slot);
  return slots;
};

/** Puts the best in order, after the first of them have been read closely. */
function bestAmong(
  found: readonly number[],
  most: number,
  scores: Float64Array,
  asked: readonly AskedWord[],
  rarities: ReadonlyMap<string, number>,
  ground: RankingGround,
): Ranked["best"] {
  const idOf = (slot: number) => ground.bySlot(slot).document.id;
  const order = { scores, isBefore: (a: number, b: number) => idOf(a) < idOf(b) };
  const best = bestOf(found, Math.max(most, readClosely), order);
  if (ground.weights.closeness > 0) {
    const closely = best.slice(0, readClosely);
    addCloseness(closely, scores, asked, rarities, ground);
    closely.sort((a, b) => (comesBefore(a, b, order) ? -1 : 1));
    best.splice(0, closely.length, ...closely);
  }
  return best.slice(0, most).map((slot) => ({ slot, score: scores[slot] ?? 0 }));
}

function addCloseness(
  slots: readonly number[],
  scores: Float64Array,
  asked: readonly AskedWord[],
  rarities: ReadonlyMap<string, number>,
  { vocabulary, bySlot, weights }: RankingGround,
): void {
  const inOrder = asked.filter(({ role }) => role !== "asks");
  const placed = inOrder.map(({ stem, quotation }): Placed => ({ quotation, rarity: rarities.get(stem) ?? 0 }));
  const placeOf = new Int8Array(vocabulary.ids).fill(-1);
  // Of a word that is asked for twice the first place counts.
  for (let place = inOrder.length - 1; place >= 0; place--) {
    for (const { id } of vocabulary.withStem(inOrder[place]?.stem ?? "")) placeOf[id] = place;
  }
  for (const slot of slots) {
    scores[slot] = (scores[slot] ?? 0) + weights.closeness * closeness(placed, bySlot(slot).sequence, placeOf);
  }
}

/** Each stem that means something once, as the one that weighs most; a word before the parts of another. */
function conceptsOf(asked: readonly AskedWord[], weights: Weights): Concept[] {
  const concepts = new Map<string, Concept>();
  const meaning = asked.filter(({ role }) => role === "means");
  for (const word of meaning) {
    const { stem } = word;
    concepts.set(stem, { stem, weight: 1, names: [...(concepts.get(stem)?.names ?? []), ...word.names], word });
  }
  if (weights.partOfWord === 0) return [...concepts.values()];
  for (const word of meaning) {
    for (const part of word.parts) {
      if (!concepts.has(part)) concepts.set(part, { stem: part, weight: weights.partOfWord, names: [], word });
    }
  }
  return [...concepts.values()];
}

/** Tallies where a concept stands: as the word, as part of a compound, by another name, or nearly. */
function gather({ stem, word, weight, names }: Concept, tally: Tally, ground: RankingGround): void {
  const { vocabulary, weights } = ground;
  for (const same of vocabulary.withStem(stem)) tally.addAll(same.id, 1);
  if (weights.compoundOfWord > 0) {
    for (const compound of vocabulary.withPart(stem)) tally.addAll(compound.id, weights.compoundOfWord);
  }
  if (weights.synonym > 0) for (const name of names) addName(name, tally, ground);
  if (tally.size > 0 || weight < 1 || weights.meant === 0) return;
  const isThere = ({ id }: Word) => vocabulary.postings.isAnyReadable(id, ground.readable.isReadable);
  for (const meant of wordsMeantBy(word.form, vocabulary, isThere)) {
    tally.addAll(meant.id, weights.meant);
  }
  if (tally.size === 0) addAlike(word.form, tally, ground);
}

/** Where half of the pieces of a word stand that nobody has written, nor anything near it. */
function addAlike(form: string, tally: Tally, { vocabulary, readable, weights }: RankingGround): void {
  const pieces = new Set(piecesOf(form));
  if (pieces.size < 2) return;
  const shared = new Map<number, number>();
  for (const text of pieces) {
    const piece = vocabulary.piece(text);
    for (const slot of piece === undefined ? [] : vocabulary.postings.slotsOf(piece))
      shared.set(slot, (shared.get(slot) ?? 0) + 1);
  }
  for (const [slot, many] of shared) {
    if (readable.isReadable[slot] === 1 && many >= pieces.size * alikeFrom)
      tally.add(slot, (weights.meant * many) / pieces.size);
  }
}

/** Where all the words of a name follow each other. */
function addName(name: Name, tally: Tally, { vocabulary, readable, bySlot, weights }: RankingGround): void {
  const perPlace = name.words.map((nameWord) =>
    vocabulary.withStem(nameWord.stem).filter((word) => isFormOf(word, nameWord)),
  );
  const [first = [], ...others] = perPlace;
  if (others.length === 0) {
    for (const word of first) tally.addAll(word.id, weights.synonym);
    return;
  }
  const ids = perPlace.map((words) => new Set(words.map(({ id }) => id)));
  const slots = perPlace
    .map((words) => new Set(words.flatMap(({ id }) => vocabulary.postings.slotsOf(id))))
    .reduce((common, next) => common.intersection(next));
  for (const slot of slots) {
    if (readable.isReadable[slot] === 0) continue;
    const times = timesInARow(ids, bySlot(slot).sequence);
    if (times > 0) tally.add(slot, times * weights.synonym);
  }
}

function timesInARow(ids: readonly ReadonlySet<number>[], sequence: Int32Array): number {
  let times = 0;
  for (let at = 0; at + ids.length <= sequence.length; at++) {
    if (ids.every((set, step) => set.has(sequence[at + step] ?? -1))) times++;
  }
  return times;
}

/**
 * The weak channel: pieces that words share with those asked for, which reaches other forms, other compounds, and slips of the pen. A piece that
 * half of the documents hold tells none from another.
 */
function addLikeness(
  asked: readonly AskedWord[],
  scores: Float64Array,
  { vocabulary, readable, weights }: RankingGround,
): void {
  const pieces = new Set(asked.flatMap(({ form, role }) => (role === "means" ? piecesOf(form) : [])));
  const held = heldBack(readable.pieces, weights.pieces);
  const { documents, isReadable } = readable;
  for (const text of pieces) {
    const piece = vocabulary.piece(text);
    if (piece === undefined) continue;
    const many = vocabulary.postings.readableAmong(piece, isReadable);
    if (many === 0 || many > Math.max(fewDocuments, documents / 2)) continue;
    const weight = weights.alike * rarity(documents, many) * (weights.pieces.k1 + 1);
    addPostings(vocabulary.postings, piece, scores, weight, isReadable, held);
  }
}
