import type { Kept, KeptDocuments } from "#features/knowledge/searching/kept-documents.ts";
import type { MayRead } from "#features/knowledge/searching/search-answer.ts";
import { slotOf, weightOf, type Word } from "#features/knowledge/searching/vocabulary.ts";

/** How quickly a word that comes again stops adding, and how much a long text is held back (Okapi BM25). */
export type Bm25 = { k1: number; b: number };

/** The documents that whoever asks may read, and nothing of any other: all that is counted and weighed is counted among these. */
export type Readable = {
  documents: readonly Kept[];
  isReadable: Uint8Array;
  averageLength: number;
  averagePieces: number;
  places: number;
};

export function readableOf(kept: KeptDocuments, mayRead: MayRead): Readable {
  const isReadable = new Uint8Array(kept.places);
  const documents: Kept[] = [];
  let length = 0;
  let pieces = 0;
  for (const document of kept.all()) {
    if (!mayRead(document.document.id)) continue;
    documents.push(document);
    isReadable[document.slot] = 1;
    length += document.length;
    pieces += document.pieces;
  }
  const several = Math.max(1, documents.length);
  return {
    documents,
    isReadable,
    averageLength: Math.max(1, length / several),
    averagePieces: Math.max(1, pieces / several),
    places: kept.places,
  };
}

/** How often something stands in each readable document, gathered for one thing that is asked for at a time. */
export type Tally = {
  /** The readable documents it stands in. */
  readonly slots: number[];
  at(slot: number): number;
  add(slot: number, weight: number): void;
  addWord(word: Word, weight: number): void;
  clear(): void;
};

export function openTally({ isReadable, places }: Readable): Tally {
  const weights = new Float64Array(places);
  const slots: number[] = [];
  function add(slot: number, weight: number): void {
    if (isReadable[slot] === 0) return;
    const before = weights[slot] ?? 0;
    if (before === 0) slots.push(slot);
    weights[slot] = before + weight;
  }
  return {
    slots,
    at: (slot) => weights[slot] ?? 0,
    add,
    addWord(word, weight) {
      for (const posting of word.postings) add(slotOf(posting), weight * weightOf(posting));
    },
    clear() {
      for (const slot of slots) weights[slot] = 0;
      slots.length = 0;
    },
  };
}

/** What it says of a text that something stands in it: the rarer, the more. */
export function rarity(documents: number, withIt: number): number {
  return Math.log(1 + (documents - withIt + 0.5) / (withIt + 0.5));
}

/** How much a document gains by holding something so many times, by its length against the average. */
export function saturated(times: number, relativeLength: number, { k1, b }: Bm25): number {
  return (times * (k1 + 1)) / (times + k1 * (1 - b + b * relativeLength));
}
