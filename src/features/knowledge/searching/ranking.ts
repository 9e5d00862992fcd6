import { closeness, type Placed } from "#features/knowledge/searching/closeness.ts";
import type { Kept } from "#features/knowledge/searching/kept-documents.ts";
import { wordsMeantBy } from "#features/knowledge/searching/likeness.ts";
import type { AskedWord } from "#features/knowledge/searching/query-reading.ts";
import { isFormOf, type Name } from "#features/knowledge/searching/synonyms.ts";
import { piecesOf } from "#features/knowledge/searching/tokens.ts";
import { slotOf, type Vocabulary, type Word } from "#features/knowledge/searching/vocabulary.ts";
import {
  openTally,
  rarity,
  type Bm25,
  type Readable,
  saturated,
  type Tally,
} from "#features/knowledge/searching/weighing.ts";

/** What counts how much. Chosen by cross-validation; docs/decisions/023-swedish-search-is-our-own-index.md says how. */
export const ourWeights = {
  words: { k1: 0.9, b: 0.85 },
  pieces: { k1: 0.9, b: 0.85 },
  /** A compound that has the word asked for as a part, against the word itself. */
  compoundOfWord: 0.2,
  /** A part of a compound that is asked for, against the compound. */
  partOfWord: 0.2,
  synonym: 0.7,
  /** A word that is nearly the one asked for, when nothing holds that one. */
  meant: 0.6,
  alike: 0.3,
  closeness: 0.4,
};
export type Weights = { -readonly [Key in keyof typeof ourWeights]: (typeof ourWeights)[Key] };

/** So many of the best are read closely, for how their words stand together. */
const readClosely = 200;
/** A document is alike a word asked for when it holds this share of its pieces. */
const alikeFrom = 0.5;

/** One thing asked for: the stem of a word, or of a part of one, with its other names. */
type Concept = { stem: string; weight: number; names: readonly Name[]; word: AskedWord; finds: boolean };

/** What was found, best first. */
export type Ranked = { kept: Kept; score: number };

export type RankingGround = {
  vocabulary: Vocabulary;
  readable: Readable;
  bySlot: (slot: number) => Kept | undefined;
  weights: Weights;
};

/**
 * The readable documents that hold something of what is asked for, best first. No word is required: whoever asks in a whole sentence uses words
 * that the answer does not. Words that only bind others add to a document's weight and find none by themselves.
 */
export function rank(asked: readonly AskedWord[], ground: RankingGround): Ranked[] {
  const { readable, bySlot, weights } = ground;
  const scores = new Float64Array(readable.places);
  const isFound = new Uint8Array(readable.places);
  const tally = openTally(readable);
  const rarities = new Map<string, number>();

  for (const concept of conceptsOf(asked, weights)) {
    gather(concept, tally, ground);
    const rare = rarity(readable.documents.length, tally.slots.length);
    if (!rarities.has(concept.stem)) rarities.set(concept.stem, rare);
    addUp(
      tally,
      scores,
      concept.weight * rare,
      (slot) => (bySlot(slot)?.length ?? 0) / readable.averageLength,
      weights.words,
    );
    if (concept.finds) for (const slot of tally.slots) isFound[slot] = 1;
    tally.clear();
  }
  if (weights.alike > 0) addLikeness(asked, scores, isFound, tally, ground);

  const found: Ranked[] = [];
  for (const kept of readable.documents) {
    if (isFound[kept.slot] === 1) found.push({ kept, score: scores[kept.slot] ?? 0 });
  }
  found.sort(bestFirst);
  if (weights.closeness === 0) return found;
  const placed = asked
    .filter(({ role }) => role !== "asks")
    .map(({ stem, quotation }): Placed => ({ stem, quotation, rarity: rarities.get(stem) ?? 0 }));
  return [...readAgain(found.slice(0, readClosely), placed, ground), ...found.slice(readClosely)];
}

const bestFirst = (a: Ranked, b: Ranked) => b.score - a.score || (a.kept.document.id < b.kept.document.id ? -1 : 1);

function readAgain(
  best: readonly Ranked[],
  placed: readonly Placed[],
  { vocabulary, weights }: RankingGround,
): Ranked[] {
  const places = new Map<number, number[]>();
  placed.forEach(({ stem }, place) => {
    for (const { id } of vocabulary.withStem(stem)) {
      const list = places.get(id);
      if (list) list.push(place);
      else places.set(id, [place]);
    }
  });
  return best
    .map(({ kept, score }) => ({
      kept,
      score: score + weights.closeness * closeness(placed, kept.sequence, (id) => places.get(id)),
    }))
    .toSorted(bestFirst);
}

/** Each stem once, as the one that weighs most; a word before the parts of another. */
function conceptsOf(asked: readonly AskedWord[], weights: Weights): Concept[] {
  const concepts = new Map<string, Concept>();
  for (const word of asked) {
    if (word.role === "asks") continue;
    const before = concepts.get(word.stem);
    concepts.set(word.stem, {
      stem: word.stem,
      weight: 1,
      names: [...(before?.names ?? []), ...word.names],
      word,
      finds: word.role === "means" || before?.finds === true,
    });
  }
  if (weights.partOfWord === 0) return [...concepts.values()];
  for (const word of asked) {
    for (const part of word.role === "asks" ? [] : word.parts) {
      if (!concepts.has(part))
        concepts.set(part, { stem: part, weight: weights.partOfWord, names: [], word, finds: true });
    }
  }
  return [...concepts.values()];
}

/** Tallies where a concept stands: as the word, as part of a compound, by another name, or nearly. */
function gather({ stem, word, weight, names }: Concept, tally: Tally, ground: RankingGround): void {
  const { vocabulary, weights } = ground;
  for (const same of vocabulary.withStem(stem)) tally.addWord(same, 1);
  if (weights.compoundOfWord > 0) {
    for (const compound of vocabulary.withPart(stem)) tally.addWord(compound, weights.compoundOfWord);
  }
  if (weights.synonym > 0) for (const name of names) addName(name, tally, ground);
  if (tally.slots.length === 0 && weight === 1 && weights.meant > 0) {
    for (const meant of wordsMeantBy(word.form, vocabulary, isReadableIn(ground.readable)))
      tally.addWord(meant, weights.meant);
  }
}

export function isReadableIn({ isReadable }: Readable): (word: Word) => boolean {
  return ({ postings }) => postings.some((posting) => isReadable[slotOf(posting)] === 1);
}

/** Where all the words of a name follow each other. */
function addName(name: Name, tally: Tally, { vocabulary, readable, bySlot, weights }: RankingGround): void {
  const perPlace = name.map((nameWord) =>
    vocabulary.withStem(nameWord.stem).filter((word) => isFormOf(word, nameWord)),
  );
  const [first = [], ...others] = perPlace;
  if (others.length === 0) {
    for (const word of first) tally.addWord(word, weights.synonym);
    return;
  }
  const ids = perPlace.map((words) => new Set(words.map(({ id }) => id)));
  const slots = perPlace
    .map((words) => new Set(words.flatMap(({ postings }) => postings.map(slotOf))))
    .reduce((common, next) => common.intersection(next));
  for (const slot of slots) {
    const kept = readable.isReadable[slot] === 1 ? bySlot(slot) : undefined;
    if (!kept) continue;
    const times = timesInARow(ids, kept.sequence);
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

function addUp(
  tally: Tally,
  scores: Float64Array,
  weight: number,
  relativeLength: (slot: number) => number,
  bm25: Bm25,
): void {
  for (const slot of tally.slots) {
    scores[slot] = (scores[slot] ?? 0) + weight * saturated(tally.at(slot), relativeLength(slot), bm25);
  }
}

/** The weak channel: pieces that words share with those asked for, which reaches other forms, other compounds, and slips of the pen. */
function addLikeness(
  asked: readonly AskedWord[],
  scores: Float64Array,
  isFound: Uint8Array,
  tally: Tally,
  ground: RankingGround,
): void {
  const { vocabulary, readable, bySlot, weights } = ground;
  const seen = new Set<string>();
  const shared = new Uint8Array(readable.places);
  for (const { form, role } of asked) {
    const pieces = new Set(role === "asks" ? [] : piecesOf(form));
    shared.fill(0);
    for (const piece of pieces) {
      for (const word of vocabulary.withPiece(piece)) tally.addWord(word, 1);
      if (!seen.has(piece)) {
        const weight = weights.alike * rarity(readable.documents.length, tally.slots.length);
        addUp(tally, scores, weight, (slot) => (bySlot(slot)?.pieces ?? 0) / readable.averagePieces, weights.pieces);
      }
      for (const slot of tally.slots) shared[slot] = (shared[slot] ?? 0) + 1;
      seen.add(piece);
      tally.clear();
    }
    if (role !== "means" || pieces.size < 2) continue;
    for (let slot = 0; slot < shared.length; slot++) {
      if ((shared[slot] ?? 0) >= pieces.size * alikeFrom) isFound[slot] = 1;
    }
  }
}
