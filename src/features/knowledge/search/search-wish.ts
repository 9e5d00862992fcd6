import { z } from "zod";
import { findPersonalNumber } from "#kernel/personal-number.ts";
import { type FacetName, facetNames } from "#features/knowledge/search/found.ts";

/** How many hits a page shows. */
export const shownAtOnce = 20;
/** So many pages of hits can be turned. */
export const mostPages = 50;
/** Longer than any question asked in earnest; what comes after is not read. */
export const longestQuery = 300;
/** So many values of one facet can be chosen. */
const mostChosen = 20;

/** The name of each facet in an address. */
export const facetParameters: Readonly<Record<FacetName, string>> = {
  kind: "slag",
  area: "omrade",
  targetGroup: "malgrupp",
  year: "ar",
};

export type Facets = Readonly<Partial<Record<FacetName, readonly string[]>>>;

export type SearchWish = { readonly q: string; readonly facets: Facets; readonly page: number };

const Chosen = z.array(z.string().regex(/^[\p{L}\p{N}-]{1,120}$/u)).max(mostChosen);
const Page = z.coerce.number().int().min(1).max(mostPages).catch(1);

/** What was asked, as it is searched for: one line, not longer than anybody writes, without signs no keyboard makes. */
export function askedText(typed: string): string {
  return typed
    .slice(0, longestQuery * 4)
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, longestQuery);
}

/** What somebody looks for, read from an address. What makes no sense is as if it was not wished: an address is never an error. */
export function searchWish(parameters: URLSearchParams): SearchWish {
  return {
    q: askedText(parameters.get("q") ?? ""),
    facets: facetsIn((name) => parameters.getAll(facetParameters[name])),
    page: Page.parse(parameters.get("sida") ?? 1),
  };
}

/** What is narrowed to, without facets of which nothing is chosen. */
export function facetsIn(chosen: (name: FacetName) => readonly string[]): Facets {
  return Object.fromEntries(
    facetNames.flatMap((name) => {
      const values = Chosen.safeParse([...new Set(chosen(name))]);
      return values.success && values.data.length > 0 ? [[name, values.data]] : [];
    }),
  );
}

/** The address of a search. */
export function searchAddress({ q, facets, page = 1 }: { q: string; facets?: Facets; page?: number }): string {
  const parameters = new URLSearchParams({ q });
  for (const name of facetNames)
    for (const value of facets?.[name] ?? []) parameters.append(facetParameters[name], value);
  if (page > 1) parameters.set("sida", String(page));
  return `/sok?${parameters.toString()}`;
}

/** The facets with one value more chosen, or without it. */
export function withTurned(facets: Facets, name: FacetName, value: string): Facets {
  const chosen = facets[name] ?? [];
  const values = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return facetsIn((each) => (each === name ? values : (facets[each] ?? [])));
}

/** Whether a question holds somebody's personal number: it is then not asked, kept or shown again. */
export function namesSomebody(q: string): boolean {
  return findPersonalNumber(q) !== undefined;
}
