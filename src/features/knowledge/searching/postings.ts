/**
 * Where something stands: for each document its place in the index and how much it weighs there, in one whole number, in order of place. In a
 * typed array that grows: half the memory of an ordinary one, and nothing for the garbage collector to walk through.
 */
export type Postings = { entries: Int32Array; size: number };

const weightBits = 8;
const mostWeight = 2 ** weightBits - 1;

export const slotOf = (posting: number): number => posting >> weightBits;
export const weightOf = (posting: number): number => posting & mostWeight;

export const noPostings = (): Postings => ({ entries: new Int32Array(1), size: 0 });

export function addPosting(postings: Postings, slot: number, weight: number): void {
  if (postings.size === postings.entries.length) {
    const larger = new Int32Array(postings.size + Math.max(1, postings.size >> 1));
    larger.set(postings.entries);
    postings.entries = larger;
  }
  const { entries, size } = postings;
  // Nearly always the newest place, which belongs at the end.
  const at = size === 0 || slotOf(entries[size - 1] ?? 0) < slot ? size : placeOf(postings, slot);
  if (at < size) entries.copyWithin(at + 1, at, size);
  entries[at] = (slot << weightBits) | Math.min(mostWeight, weight);
  postings.size = size + 1;
}

/** Takes a document's place out. */
export function takePosting(postings: Postings, slot: number): void {
  const at = placeOf(postings, slot);
  if (at === postings.size || slotOf(postings.entries[at] ?? 0) !== slot) return;
  postings.entries.copyWithin(at, at + 1, postings.size);
  postings.size--;
}

/** Where a document's posting stands or belongs. */
function placeOf({ entries, size }: Postings, slot: number): number {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (slotOf(entries[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The places of the documents. */
export function slotsOf({ entries, size }: Postings): number[] {
  return Array.from({ length: size }, (_, at) => slotOf(entries[at] ?? 0));
}
