import { openNumberLists } from "#features/knowledge/searching/number-lists.ts";
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
  /** Tells whether a document carries one of the values wished for in each facet that is narrowed by. */
  isWithin(wished: Wished): (slot: number) => boolean;
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
  const carried = openNumberLists();
  // The list of each place, of the numbers it carries.
  const lists: number[] = [];

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

  const anyCarried = (list: number, any: ReadonlySet<number | undefined>) => {
    for (let at = carried.startOf(list); at < carried.endOf(list); at++) if (any.has(carried.all[at])) return true;
    return false;
  };

  return {
    put(slot, facets = {}) {
      const list = carried.open();
      lists[slot] = list;
      for (const [facet, ofFacet] of Object.entries(facets))
        for (const value of new Set(ofFacet)) carried.push(list, numberOf(facet, value));
    },
    remove(slot) {
      carried.close(lists[slot] ?? 0);
    },
    isWithin(wished) {
      const wanted = numbersWished(wished);
      return (slot) => wanted.every(({ any }) => anyCarried(lists[slot] ?? 0, any));
    },
    counts(found, wished) {
      const wanted = numbersWished(wished);
      const many = new Int32Array(values.length);
      const { all } = carried;
      for (const slot of found) {
        const list = lists[slot] ?? 0;
        const unmet = wanted.length === 0 ? wanted : wanted.filter(({ any }) => !anyCarried(list, any));
        if (unmet.length > 1) continue;
        const only = unmet[0]?.facet;
        const end = carried.endOf(list);
        for (let at = carried.startOf(list); at < end; at++) {
          const number = all[at] ?? 0;
          if (only === undefined || values[number]?.facet === only) many[number] = (many[number] ?? 0) + 1;
        }
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
