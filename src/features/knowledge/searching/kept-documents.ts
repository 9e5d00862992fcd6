import { type Facets, openFacets } from "#features/knowledge/searching/facets.ts";
import {
  type SearchDocument,
  type SearchedField,
  searchedFields,
} from "#features/knowledge/searching/search-answer.ts";
import { pieceCount } from "#features/knowledge/searching/tokens.ts";
import type { Vocabulary } from "#features/knowledge/searching/vocabulary.ts";
import { openWordReader, type WordReader } from "#features/knowledge/searching/word-reader.ts";

/** A document as the index keeps it. */
export type Kept = {
  slot: number;
  document: SearchDocument;
  /** The ids of its words in order; between two fields, `betweenFields`. */
  sequence: Int32Array;
  /** Where each of them begins in its field's text. */
  starts: Int32Array;
  /** From where to where in the sequence the words of each field stand. */
  fields: readonly { field: SearchedField; from: number; to: number }[];
  /** How long it is, in words and in pieces of words, each counted as much as its field weighs. */
  length: number;
  pieces: number;
};

export const betweenFields = -1;

/** How much a word weighs in each field. Whole numbers: what is added up then is the same in whatever order. */
export const fieldWeights: Readonly<Record<SearchedField, number>> = { title: 2, summary: 2, words: 2, body: 1 };

export type KeptDocuments = {
  readonly size: number;
  /** One more than the highest place taken: how long a list of something for each document has to be. */
  readonly places: number;
  /** What stands at a place; a fault when nothing does. */
  at(slot: number): Kept;
  /** What each place is called, how long it is, and of how many pieces; nothing where nothing stands. */
  readonly ids: readonly (string | undefined)[];
  readonly lengths: readonly number[];
  readonly pieces: readonly number[];
  readonly facets: Facets;
  byId(id: string): Kept | undefined;
  /**
   * Puts a document in a place, and takes the one with the same id out of its own, in steps: whoever searches between two finds the one or the other.
   * Everything is run through before anything else is put or removed.
   */
  put(document: SearchDocument): Generator<undefined, void>;
  remove(id: string): Generator<undefined, boolean>;
};

/** So many words are read, put, or taken out in one step: some milliseconds. */
const wordsAStep = 1_000;

export function keepDocuments(vocabulary: Vocabulary): KeptDocuments {
  const slots: (Kept | undefined)[] = [];
  const ids: (string | undefined)[] = [];
  const lengths: number[] = [];
  const pieces: number[] = [];
  const facets = openFacets();
  const reader = openWordReader();
  const free: number[] = [];
  const byId = new Map<string, Kept>();

  function* takeOut({ slot, sequence }: Kept): Generator<undefined, void> {
    slots[slot] = undefined;
    ids[slot] = undefined;
    facets.remove(slot);
    const wordIds = new Set(sequence);
    wordIds.delete(betweenFields);
    const words = [...wordIds];
    for (let from = 0; from < words.length; from += wordsAStep) {
      if (from > 0) yield;
      vocabulary.take(words.slice(from, from + wordsAStep), slot);
    }
    free.push(slot);
  }

  return {
    get size() {
      return byId.size;
    },
    get places() {
      return slots.length;
    },
    facets,
    ids,
    lengths,
    pieces,
    at(slot) {
      const kept = slots[slot];
      if (!kept) throw new Error(`Place ${slot} was found, and nothing stands there`);
      return kept;
    },
    byId: (id) => byId.get(id),
    *put(document) {
      const slot = free.pop() ?? slots.push(undefined) - 1;
      const read = yield* readIn(document, vocabulary, reader);
      while (vocabulary.putGathered(slot, wordsAStep)) yield;
      const before = byId.get(document.id);
      const kept = { slot, document, ...read };
      slots[slot] = kept;
      ids[slot] = document.id;
      lengths[slot] = kept.length;
      pieces[slot] = kept.pieces;
      facets.put(slot, document.facets);
      byId.set(document.id, kept);
      if (before) yield* takeOut(before);
    },
    *remove(id) {
      const kept = byId.get(id);
      if (!kept) return false;
      byId.delete(id);
      yield* takeOut(kept);
      return true;
    },
  };
}

/** The words of a document, gathered in the vocabulary. */
function* readIn(
  document: SearchDocument,
  vocabulary: Vocabulary,
  reader: WordReader,
): Generator<undefined, Omit<Kept, "slot" | "document">> {
  const sequence: number[] = [];
  const starts: number[] = [];
  const fields: Kept["fields"][number][] = [];
  let length = 0;
  let pieces = 0;
  for (const field of searchedFields) {
    const text = document.fields[field];
    if (!text) continue;
    const fieldWeight = fieldWeights[field];
    const from = sequence.length;
    reader.begin(text);
    while (reader.next()) {
      sequence.push(vocabulary.gather(reader, fieldWeight));
      starts.push(reader.start);
      length += fieldWeight;
      pieces += fieldWeight * pieceCount(reader.length);
      if (sequence.length % wordsAStep === 0) yield;
    }
    fields.push({ field, from, to: sequence.length });
    sequence.push(betweenFields);
    starts.push(text.length);
  }
  return { sequence: new Int32Array(sequence), starts: new Int32Array(starts), fields, length, pieces };
}
