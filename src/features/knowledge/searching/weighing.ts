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
  const { places, ids, lengths, pieces } = kept;
  const isReadable = new Uint8Array(places);
  let documents = 0;
  let allLength = 0;
  let allPieces = 0;
  for (let slot = 0; slot < places; slot++) {
    const id = ids[slot];
    if (id === undefined || !mayRead(id)) continue;
    isReadable[slot] = 1;
    documents++;
    allLength += lengths[slot] ?? 0;
    allPieces += pieces[slot] ?? 0;
  }
  const mean = (all: number) => Math.max(1, all / Math.max(1, documents));
  return {
    documents,
    isReadable,
    lengths: { of: lengths, mean: mean(allLength) },
    pieces: { of: pieces, mean: mean(allPieces) },
  };
}

/** What each document is held back by for its length: what stands below the line of BM25, but for how often the word stands there. */
export function heldBack({ of: lengths, mean }: Lengths, { k1, b }: Bm25): Float64Array {
  const [fixed, perLength] = [k1 * (1 - b), (k1 * b) / mean];
  const held = new Float64Array(lengths.length);
  for (let slot = 0; slot < held.length; slot++) held[slot] = fixed + perLength * (lengths[slot] ?? 0);
  return held;
}

/** How often something stands in each readable document, gathered for one thing that is asked for at a time. */
export type Tally = {
  /** How many readable documents it stands in. */
  readonly size: number;
  add(slot: number, weight: number): void;
  addAll(list: number, weight: number): void;
  /** Puts what has been gathered to the scores: `weight` times how much each document gains. */
  addTo(scores: Float64Array, weight: number, held: Float64Array): void;
  /** Notes each document it stands in. */
  noteIn(isFound: Uint8Array): void;
  clear(): void;
};

/** Whole numbers, since a sum of fractions depends on their order, and the order of words on which document came first. */
const hundredths = 100;

/** A tally for one question after the other: `begin` makes it ready for whoever asks next. */
export function openTally({ lists }: Postings): Tally & { begin(readable: Readable): void } {
  let isReadable: Uint8Array = new Uint8Array();
  let times = new Int32Array();
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
      times = new Int32Array(2 * isReadable.length);
      slots = new Int32Array(2 * isReadable.length);
    },
    add,
    addAll(list, weight) {
      const { all } = lists;
      const end = lists.endOf(list);
      const each = Math.round(weight * hundredths);
      let many = size;
      for (let at = lists.startOf(list); at < end; at++) {
        const posting = all[at] ?? 0;
        const slot = slotOf(posting);
        if (isReadable[slot] === 0) continue;
        const before = times[slot] ?? 0;
        if (before === 0) slots[many++] = slot;
        times[slot] = before + each * weightOf(posting);
      }
      size = many;
    },
    addTo(scores, weight, held) {
      for (let at = 0; at < size; at++) {
        const slot = slots[at] ?? 0;
        const often = (times[slot] ?? 0) / hundredths;
        scores[slot] = (scores[slot] ?? 0) + (weight * often) / (often + (held[slot] ?? 0));
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

/** Puts to the scores what each readable document gains by one thing that stands in it. */
export function addPostings(
  { lists }: Postings,
  list: number,
  scores: Float64Array,
  weight: number,
  isReadable: Uint8Array,
  held: Float64Array,
): void {
  const { all } = lists;
  const end = lists.endOf(list);
  for (let at = lists.startOf(list); at < end; at++) {
    const posting = all[at] ?? 0;
    const slot = slotOf(posting);
    if (isReadable[slot] === 0) continue;
    const often = weightOf(posting);
    scores[slot] = (scores[slot] ?? 0) + (weight * often) / (often + (held[slot] ?? 0));
  }
}
