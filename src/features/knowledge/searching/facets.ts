import type { SearchAnswer, SearchDocument, SearchWish } from "#features/knowledge/searching/search-answer.ts";

/** What is wished for of each facet that a list is narrowed by. */
export type Wished = readonly (readonly [facet: string, values: readonly string[]])[];

/** A facet without a value wished for narrows nothing. */
export const wishedIn = (facets: SearchWish["facets"] = {}): Wished =>
  Object.entries(facets).filter(([, values]) => values.length > 0);

/** What the documents carry, each value of each facet under a number. */
export type Facets = {
  put(slot: number, facets: SearchDocument["facets"]): void;
  remove(slot: number): void;
  /** Whether a document carries one of the values wished for in each facet that is narrowed by. */
  isWithin(slot: number, wished: Wished): boolean;
  /**
   * How many of what was found carry each value. A facet that is narrowed by counts as if it were not: its numbers say what one would find by
   * choosing another of its values.
   */
  counts(found: readonly number[], wished: Wished): SearchAnswer["facets"];
};

type Value = { facet: string; value: string };

export function openFacets(): Facets {
  const numbers = new Map<string, number>();
  const values: Value[] = [];
  const carried: (readonly number[])[] = [];
  const none: readonly number[] = [];

  const keyOf = (facet: string, value: string) => JSON.stringify([facet, value]);
  function numberOf(facet: string, value: string): number {
    const key = keyOf(facet, value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    values.push({ facet, value });
    return values.length - 1;
  }
  const numbersWished = (wished: Wished) =>
    wished.map(([facet, wanted]) => ({ facet, any: new Set(wanted.map((value) => numbers.get(keyOf(facet, value)))) }));

  return {
    put(slot, facets = {}) {
      carried[slot] = Object.entries(facets).flatMap(([facet, list]) =>
        [...new Set(list)].map((value) => numberOf(facet, value)),
      );
    },
    remove(slot) {
      carried[slot] = none;
    },
    isWithin: (slot, wished) =>
      numbersWished(wished).every(({ any }) => (carried[slot] ?? none).some((number) => any.has(number))),
    counts(found, wished) {
      const wanted = numbersWished(wished);
      const many = new Int32Array(values.length);
      for (const slot of found) {
        const here = carried[slot] ?? none;
        const unmet = wanted.filter(({ any }) => !here.some((number) => any.has(number)));
        if (unmet.length > 1) continue;
        const only = unmet[0]?.facet;
        for (const number of here)
          if (only === undefined || values[number]?.facet === only) many[number] = (many[number] ?? 0) + 1;
      }
      return grouped(values, many);
    },
  };
}

function grouped(values: readonly Value[], many: Int32Array): SearchAnswer["facets"] {
  const counted = values.map(({ facet, value }, number) => ({ facet, value, count: many[number] ?? 0 }));
  const byFacet = Map.groupBy(
    counted.filter(({ count }) => count > 0),
    ({ facet }) => facet,
  );
  return Object.fromEntries(
    [...byFacet].map(([facet, list]) => [facet, Object.fromEntries(list.map(({ value, count }) => [value, count]))]),
  );
}
