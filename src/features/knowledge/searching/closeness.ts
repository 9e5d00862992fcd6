import { betweenFields } from "#features/knowledge/searching/kept-documents.ts";

/** How far apart two words of a query may stand in it, and in a text, and still be taken as said together. */
const apartInQuery = 3;
const apartInText = 8;
/** Two words of a quotation that follow each other in a text too count so many times. */
const inQuotation = 3;

/** A word asked for: how rare it is, and the quotation it stands in. */
export type Placed = { rarity: number; quotation: number | undefined };

/**
 * How closely the words that stand together in the query stand together in a text: for each pair the sum of their rarities, shared out by how
 * far apart they stand in the query and, at their closest, in the text. `placeOf` gives for each word's id its place in the query, and one
 * less than nothing for a word that is not in it.
 */
export function closeness(placed: readonly Placed[], sequence: Int32Array, placeOf: Int8Array): number {
  const never = -sequence.length - apartInText - 1;
  const last = new Int32Array(placed.length).fill(never);
  const closest = new Uint8Array(placed.length * (apartInQuery + 1));
  for (let at = 0; at < sequence.length; at++) {
    const wordId = sequence[at] ?? betweenFields;
    if (wordId === betweenFields) {
      last.fill(never);
      continue;
    }
    const place = placeOf[wordId] ?? -1;
    if (place < 0) continue;
    const until = Math.min(placed.length - 1, place + apartInQuery);
    for (let other = Math.max(0, place - apartInQuery); other <= until; other++) {
      const apart = at - (last[other] ?? never);
      if (other === place || apart > apartInText) continue;
      const pair = Math.min(place, other) * (apartInQuery + 1) + Math.abs(place - other);
      // One stands for side by side and in the order of the query, and each number more for a step more.
      const steps = apart === 1 && other < place ? 1 : apart + 1;
      const before = closest[pair] ?? 0;
      if (before === 0 || steps < before) closest[pair] = steps;
    }
    last[place] = at;
  }
  return sumOf(closest, placed);
}

function sumOf(closest: Uint8Array, placed: readonly Placed[]): number {
  let sum = 0;
  for (let pair = 0; pair < closest.length; pair++) {
    const steps = closest[pair] ?? 0;
    if (steps === 0) continue;
    const between = pair % (apartInQuery + 1);
    const first = placed[(pair - between) / (apartInQuery + 1)];
    const second = placed[(pair - between) / (apartInQuery + 1) + between];
    if (!first || !second) continue;
    const isQuoted =
      steps === 1 && between === 1 && first.quotation !== undefined && first.quotation === second.quotation;
    const apart = Math.max(1, steps - 1);
    sum += ((isQuoted ? inQuotation : 1) * (first.rarity + second.rarity)) / apart / between;
  }
  return sum;
}
