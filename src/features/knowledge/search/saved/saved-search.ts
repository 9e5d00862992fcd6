import { z } from "zod";
import { Several } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { TermId } from "#features/knowledge/item/item.ts";
import { facetNames } from "#features/knowledge/search/found.ts";
import {
  askedText,
  facetParameters,
  type Facets,
  facetsIn,
  longestQuery,
} from "#features/knowledge/search/search-wish.ts";

export const SavedSearchId = idOf("saved_search");
export type SavedSearchId = Id<"saved_search">;

/** So many searches one person keeps. */
export const mostSaved = 50;

const Values = Several(z.string().max(120), 20);
const Words = FreeText(longestQuery)
  .min(1)
  .transform((text) => askedText(text))
  .refine((text) => text !== "");

/** A search to keep, as the page sends it: the words, and what it was narrowed to under the names of its address. */
export const SearchToSave = z
  .strictObject({
    q: Words,
    [facetParameters.kind]: Values,
    [facetParameters.area]: Values,
    [facetParameters.targetGroup]: Values,
    [facetParameters.year]: Values,
  })
  .transform((sent) => ({
    words: String(sent["q"]),
    facets: facetsIn((name) => (sent[facetParameters[name]] as readonly string[] | undefined) ?? []),
  }));

/** The same in JSON. */
export const NewSavedSearch = z.strictObject({
  words: Words,
  facets: z.partialRecord(z.enum(facetNames), z.array(z.string().max(120)).max(20)).default({}),
});

/** Whether one wants to be told by mail, once a month, of what is new. */
export const MailWish = z.strictObject({ isMailed: z.stringbool().or(z.boolean()) });

/** What one wants to be told of by mail: nothing, everything, or what is about some words. */
export const DigestWish = z
  .strictObject({ of: z.enum(["nothing", "everything", "terms"]), terms: Several(TermId, 50) })
  .refine(({ of, terms }) => of !== "terms" || terms.length > 0, {
    path: ["terms"],
    params: { code: "saved.choose_a_word" },
  });
export type DigestWish = z.output<typeof DigestWish>;

/** What was kept of facets, read back: whatever is no facet any more is left out. */
export function keptFacets(kept: unknown): Facets {
  const known = (kept ?? {}) as Readonly<Record<string, unknown>>;
  return facetsIn((name) => {
    const values = known[name];
    return Array.isArray(values) ? values.map(String) : [];
  });
}
