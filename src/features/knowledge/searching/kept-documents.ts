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
  put(document: SearchDocument): void;
  remove(id: string): boolean;
};

export function keepDocuments(vocabulary: Vocabulary): KeptDocuments {
  const slots: (Kept | undefined)[] = [];
  const ids: (string | undefined)[] = [];
  const lengths: number[] = [];
  const pieces: number[] = [];
  const facets = openFacets();
  const reader = openWordReader();
  const free: number[] = [];
  const byId = new Map<string, Kept>();

  function remove(id: string): boolean {
    const kept = byId.get(id);
    if (!kept) return false;
    byId.delete(id);
    slots[kept.slot] = undefined;
    ids[kept.slot] = undefined;
    facets.remove(kept.slot);
    free.push(kept.slot);
    const wordIds = new Set(kept.sequence);
    wordIds.delete(betweenFields);
    vocabulary.take(wordIds, kept.slot);
    return true;
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
    put(document) {
      remove(document.id);
      const slot = free.pop() ?? slots.length;
      facets.put(slot, document.facets);
      const kept = { slot, document, ...readIn(document, slot, vocabulary, reader) };
      slots[slot] = kept;
      ids[slot] = document.id;
      lengths[slot] = kept.length;
      pieces[slot] = kept.pieces;
      byId.set(document.id, kept);
    },
    remove,
  };
}

/** The words of a document, put into the vocabulary. */
function readIn(document: SearchDocument, slot: number, vocabulary: Vocabulary, reader: WordReader) {
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
    }
    fields.push({ field, from, to: sequence.length });
    sequence.push(betweenFields);
    starts.push(text.length);
  }
  vocabulary.putGathered(slot);
  return { sequence: Int32Array.from(sequence), starts: Int32Array.from(starts), fields, length, pieces };
}
