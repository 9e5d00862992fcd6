import type { SearchAnswer, SearchDocument, SearchWish } from "#features/knowledge/searching/search-answer.ts";

type Wished = NonNullable<SearchWish["facets"]>;

/** Whether a document carries one of the values wished for in each facet that is narrowed by. */
export function isWithin({ facets = {} }: SearchDocument, wished: Wished): boolean {
  return Object.entries(wished).every(([facet, values]) => isMet(facets, facet, values));
}

const isMet = (facets: Wished, facet: string, values: readonly string[]) =>
  values.length === 0 || (facets[facet] ?? []).some((value) => values.includes(value));

/**
 * How many of what was found carry each value. A facet that is narrowed by counts as if it were not: its numbers say what one would find by
 * choosing another of its values.
 */
export function facetCounts(found: Iterable<SearchDocument>, wished: Wished): SearchAnswer["facets"] {
  const counts: SearchAnswer["facets"] = {};
  for (const { facets = {} } of found) {
    const unmet = Object.entries(wished).filter(([facet, values]) => !isMet(facets, facet, values));
    if (unmet.length > 1) continue;
    for (const [facet, values] of Object.entries(facets)) {
      if (unmet[0] && unmet[0][0] !== facet) continue;
      const perValue = (counts[facet] ??= {});
      for (const value of new Set(values)) perValue[value] = (perValue[value] ?? 0) + 1;
    }
  }
  return counts;
}
