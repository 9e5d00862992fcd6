import type { SearchDocument } from "#features/knowledge/searching/search-answer.ts";

/** What can be found, in the order the facets show it: the five kinds of knowledge first, none before another. */
export const foundKinds = [
  "research",
  "guideline",
  "professional",
  "serviceUsers",
  "localFollowUp",
  "method",
  "checklist",
  "appraisal",
  "proposal",
  "readingList",
  "glossaryTerm",
  "minutes",
  "matter",
] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What a list of hits can be narrowed by, in the order shown. */
export const facetNames = ["kind", "area", "targetGroup", "year"] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * Who may read a document, as far as the document itself says.
 * - `everybody`: also without signing in;
 * - `signedIn`: anybody who is;
 * - `asked`: the plain access filter is asked, for each who searches;
 * - the bodies that minutes and matters belong to: whoever reaches one of them in that way.
 */
type Readers = "everybody" | "signedIn" | "asked" | { readonly reached: readonly ReachedBody[] };

/** A body, and how much of it one must reach: its final minutes, its matters, or what is written there now. */
export type ReachedBody = `${"final" | "inside" | "seated"}:${string}`;

/** Something that can be found, with who may read it and what it is made of. */
export type KnownDocument = SearchDocument & {
  readonly readers: Readers;
  /** The things that, when they change, change it: `item:…`, `knowledgeTerm:…`. */
  readonly madeOf: readonly string[];
};

/** A thing that has changed, as the tables note it. */
export type Change = { readonly kind: string; readonly id: string };

export const madeOf = (kind: string, ids: readonly string[]): string[] => ids.map((id) => `${kind}:${id}`);

/** The identities of one sort of documents among others: of `item:1` and `method:2`, for `item`, `1`. */
export function idsOf(sort: string, documentIds: readonly string[]): string[] {
  return documentIds.flatMap((id) => (id.startsWith(`${sort}:`) ? id.slice(sort.length + 1) : []));
}

/** Texts of one field, those that are there. */
export function written(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text !== null && text !== undefined && text !== "").join("\n");
}

/** The facets of a document, without those that it has nothing of. */
export function facetsOf(
  kind: FoundKind,
  more: { readonly [name in Exclude<FacetName, "kind">]?: readonly (string | number | null)[] } = {},
): Record<string, readonly string[]> {
  const known = Object.entries(more).map(
    ([name, values]) => [name, values.flatMap((value) => (value === null ? [] : String(value)))] as const,
  );
  return { kind: [kind], ...Object.fromEntries(known.filter(([, values]) => values.length > 0)) };
}
