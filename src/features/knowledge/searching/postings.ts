import { type NumberLists, openNumberLists } from "#features/knowledge/searching/number-lists.ts";

/**
 * Where things stand: for each of them a list of the documents, each with its place in the index and how much the thing weighs there in one
 * whole number, in order of place.
 */
export type Postings = {
  readonly lists: NumberLists;
  add(list: number, slot: number, weight: number): void;
  /** Takes a document's place out. */
  take(list: number, slot: number): void;
  /** The places of the documents. */
  slotsOf(list: number): number[];
  /** In how many readable documents it stands. */
  readableAmong(list: number, isReadable: Uint8Array): number;
  isAnyReadable(list: number, isReadable: Uint8Array): boolean;
};

const weightBits = 8;
const mostWeight = 2 ** weightBits - 1;

export const slotOf = (posting: number): number => posting >> weightBits;
export const weightOf = (posting: number): number => posting & mostWeight;

export function openPostings(): Postings {
  const lists = openNumberLists();
  let newest = 0;

  /** Where in its list a document's posting stands or belongs. */
  function placeOf(list: number, slot: number): number {
    const { all } = lists;
    const start = lists.startOf(list);
    let low = 0;
    let high = lists.endOf(list) - start;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (slotOf(all[start + middle] ?? 0) < slot) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    lists,
    add(list, slot, weight) {
      const posting = (slot << weightBits) | Math.min(mostWeight, weight);
      // Nearly always the newest place, which belongs at the end.
      if (slot >= newest) lists.push(list, posting);
      else lists.insert(list, placeOf(list, slot), posting);
      newest = Math.max(newest, slot);
    },
    take(list, slot) {
      const at = placeOf(list, slot);
      const place = lists.startOf(list) + at;
      if (place < lists.endOf(list) && slotOf(lists.all[place] ?? 0) === slot) lists.removeAt(list, at);
    },
    slotsOf(list) {
      return Array.from(lists.all.subarray(lists.startOf(list), lists.endOf(list)), slotOf);
    },
    readableAmong(list, isReadable) {
      const { all } = lists;
      const end = lists.endOf(list);
      let many = 0;
      for (let at = lists.startOf(list); at < end; at++) many += isReadable[slotOf(all[at] ?? 0)] ?? 0;
      return many;
    },
    isAnyReadable(list, isReadable) {
      const { all } = lists;
      const end = lists.endOf(list);
      for (let at = lists.startOf(list); at < end; at++) if (isReadable[slotOf(all[at] ?? 0)] === 1) return true;
      return false;
    },
  };
}
