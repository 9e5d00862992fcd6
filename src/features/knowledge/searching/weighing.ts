import type { KeptDocuments } from "#features/knowledge/searching/kept-documents.ts";
import type { MayRead } from "#features/knowledge/searching/search-answer.ts";
import { type Postings, slotOf, weightOf } from "#features/knowledge/searching/postings.ts";

/** How quickly a word that comes again stops adding, and how much a long text is held back (Okapi BM25). */
export type Bm25 = { k1: number; b: number };

/**
 * The documents that whoever asks may read, and nothing of any other: all that is counted and weighed is counted among these, so the answer is
 * the one of an index that holds nothing else. Each list has an entry for every place in the index.
 */
export type Readable = {
  /** How many they are. */
  documents: number;
  isReadable: Uint8Array;
  /** How long each is, in words and in pieces of words, and how long they are in the mean. */
  lengths: Lengths;
  pieces: Lengths;
};

export type Lengths = { of: readonly number[]; mean: number };

export function readableOf(kept: KeptDocuments, mayRead: MayRead): Readable {
  const isReadable = new Uint8Array(kept.places);
  let documents = 0;
  let allLength = 0;
  let allPieces = 0;
  for (let slot = 0; slot < kept.places; slot++) {
    const id = kept.ids[slot];
    if (id === undefined || !mayRead(id)) continue;
    isReadable[slot] = 1;
    documents++;
    allLength += kept.lengths[slot] ?? 0;
    allPieces += kept.pieces[slot] ?? 0;
  }
  const mean = (all: number) => Math.max(1, all / Math.max(1, documents));
  return {
    documents,
    isReadable,
    lengths: { of: kept.lengths, mean: mean(allLength) },
    pieces: { of: kept.pieces, mean: mean(allPieces) },
  };
}

/** How often something stands in each readable document, gathered for one thing that is asked for at a time. */
export type Tally = {
  /** How many readable documents it stands in. */
  readonly size: number;
  add(slot: number, weight: number): void;
  addAll(postings: Postings, weight: number): void;
  /** Puts what has been gathered to the scores: `weight` times how much each document gains. */
  addTo(scores: Float64Array, weight: number, lengths: Lengths, bm25: Bm25): void;
  /** Notes each document it stands in. */
  noteIn(isFound: Uint8Array): void;
  clear(): void;
};

/** Whole numbers, since a sum of fractions depends on their order, and the order of words on which document came first. */
const hundredths = 100;

/** A tally for one question after the other: `begin` makes it ready for whoever asks next. */
export function openTally(): Tally & { begin(readable: Readable): void } {
  let isReadable: Uint8Array = new Uint8Array();
  let times = new Float64Array();
  let slots = new Int32Array();
  let size = 0;
  function add(slot: number, weight: number): void {
    if (isReadable[slot] === 0) return;
    const before = times[slot] ?? 0;
    if (before === 0) slots[size++] = slot;
    times[slot] = before + Math.round(weight * hundredths);
  }
  function clear(): void {
    for (let at = 0; at < size; at++) times[slots[at] ?? 0] = 0;
    size = 0;
  }
  return {
    get size() {
      return size;
    },
    begin(readable) {
      clear();
      ({ isReadable } = readable);
      if (times.length >= isReadable.length) return;
      times = new Float64Array(2 * isReadable.length);
      slots = new Int32Array(2 * isReadable.length);
    },
    add,
    addAll({ entries, size: many }, weight) {
      const each = Math.round(weight * hundredths);
      for (let at = 0; at < many; at++) {
        const posting = entries[at] ?? 0;
        const slot = slotOf(posting);
        if (isReadable[slot] === 0) continue;
        const before = times[slot] ?? 0;
        if (before === 0) slots[size++] = slot;
        times[slot] = before + each * weightOf(posting);
      }
    },
    addTo(scores, weight, { of: lengths, mean }, { k1, b }) {
      const [fixed, perLength] = [k1 * (1 - b), (k1 * b) / mean];
      for (let at = 0; at < size; at++) {
        const slot = slots[at] ?? 0;
        const often = (times[slot] ?? 0) / hundredths;
        scores[slot] =
          (scores[slot] ?? 0) + (weight * often * (k1 + 1)) / (often + fixed + perLength * (lengths[slot] ?? 0));
      }
    },
    noteIn(isFound) {
      for (let at = 0; at < size; at++) isFound[slots[at] ?? 0] = 1;
    },
    clear,
  };
}

/** What it says of a text that something stands in it: the rarer, the more. */
export function rarity(documents: number, withIt: number): number {
  return Math.log(1 + (documents - withIt + 0.5) / (withIt + 0.5));
}

/** How many readable documents something stands in. */
export function readableAmong({ entries, size }: Postings, isReadable: Uint8Array): number {
  let many = 0;
  for (let at = 0; at < size; at++) many += isReadable[slotOf(entries[at] ?? 0)] ?? 0;
  return many;
}

/** Puts to the scores what each readable document gains by one piece of a word. */
export function addPostings(
  { entries, size }: Postings,
  scores: Float64Array,
  weight: number,
  { isReadable, pieces }: Readable,
  { k1, b }: Bm25,
): void {
  const [fixed, perLength] = [k1 * (1 - b), (k1 * b) / pieces.mean];
  for (let at = 0; at < size; at++) {
    const posting = entries[at] ?? 0;
    const slot = slotOf(posting);
    if (isReadable[slot] === 0) continue;
    const often = weightOf(posting);
    scores[slot] =
      (scores[slot] ?? 0) + (weight * often * (k1 + 1)) / (often + fixed + perLength * (pieces.of[slot] ?? 0));
  }
}
