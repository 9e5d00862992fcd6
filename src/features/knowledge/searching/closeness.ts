import { betweenFields } from "#features/knowledge/searching/kept-documents.ts";

/** How far apart two words of a query may stand in it, and in a text, and still be taken as said together. */
const apartInQuery = 3;
const apartInText = 8;

/** A word asked for, as closeness sees it: its place in the query, its stem's number there, and how rare it is. */
export type Placed = { stem: string; rarity: number; quotation: number | undefined };

const inQuotation = 3;

/**
 * How closely the words that stand together in the query stand together in a text: for each pair the sum of their rarities, shared out by how
 * far apart they stand in the query and, at their closest, in the text. Words of one quotation count threefold when they follow each other.
 */
export function closeness(
  placed: readonly Placed[],
  sequence: Int32Array,
  placesOf: (wordId: number) => readonly number[] | undefined,
): number {
  const last = new Int32Array(placed.length).fill(-apartInText - 1);
  const closest = new Map<number, number>();
  for (let at = 0; at < sequence.length; at++) {
    const wordId = sequence[at] ?? betweenFields;
    if (wordId === betweenFields) {
      last.fill(-apartInText - 1 - sequence.length);
      continue;
    }
    const places = placesOf(wordId);
    if (!places) continue;
    for (const place of places) {
      for (
        let other = Math.max(0, place - apartInQuery);
        other <= place + apartInQuery && other < placed.length;
        other++
      ) {
        if (other === place || placed[other]?.stem === placed[place]?.stem) continue;
        const apart = at - (last[other] ?? at);
        if (apart < 1 || apart > apartInText) continue;
        const pair = Math.min(place, other) * placed.length + Math.max(place, other);
        // In the order they were asked is as good as any; a quotation has to be in its order.
        const isInOrder = other < place;
        const before = closest.get(pair);
        const now = apart === 1 && isInOrder ? 0 : apart;
        if (before === undefined || now < before) closest.set(pair, now);
      }
    }
    for (const place of places) last[place] = at;
  }
  let sum = 0;
  for (const [pair, apart] of closest) {
    const first = placed[Math.floor(pair / placed.length)];
    const second = placed[pair % placed.length];
    if (!first || !second) continue;
    const isQuoted = apart === 0 && first.quotation !== undefined && first.quotation === second.quotation;
    const between = (pair % placed.length) - Math.floor(pair / placed.length);
    sum += ((isQuoted ? inQuotation : 1) * (first.rarity + second.rarity)) / Math.max(1, apart) / between;
  }
  return sum;
}
