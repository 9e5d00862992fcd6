import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { facetNames, foundKinds } from "#features/knowledge/search/found.ts";
import { completions, searched } from "#features/knowledge/search/queries.ts";
import { askedText, facetsIn, longestQuery, mostPages } from "#features/knowledge/search/search-wish.ts";

const Query = FreeText(longestQuery).min(1);
/** One value, or several with commas between. */
const Values = z.string().max(500).optional();

const PieceJson = z.object({ text: z.string(), isFound: z.boolean() });
const HitJson = z.object({
  id: z.string(),
  kind: z.enum(foundKinds),
  title: z.string(),
  address: z.string().describe("Where it is read, within this installation"),
  standing: z
    .enum(["draft", "retired", "due", "workingNote", "weighing"])
    .nullable()
    .describe("What is to be known of it besides; null: it stands as it is"),
  whose: z.string().nullable(),
  year: z.number().nullable(),
  day: z.string().nullable(),
  piece: z.array(PieceJson),
  why: z.array(
    z.object({ kind: z.enum(["word", "part", "synonym", "likeness"]), asked: z.string(), found: z.string() }),
  ),
});
const FacetJson = z.array(z.object({ value: z.string(), label: z.string().nullable(), count: z.int() }));

/** Searching everything that one may read. */
export const searchApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/search",
      operationId: "search",
      summary: "Search everything that one may read, the best hits first, twenty a page",
      request: {
        query: z.strictObject({
          q: Query,
          kind: Values,
          area: Values,
          targetGroup: Values,
          year: Values,
          page: z.coerce.number().int().min(1).max(mostPages).default(1),
        }),
      },
      responses: {
        200: json(
          "What was found",
          z.object({
            total: z.int(),
            hits: z.array(HitJson),
            facets: z.object({ kind: FacetJson, area: FacetJson, targetGroup: FacetJson, year: FacetJson }),
            suggestion: z.string().nullable().describe("Another way to write it"),
            isBuilding: z.boolean().describe("Not everything can be found yet"),
          }),
        ),
      },
    },
    async (c, { query: { q, page, ...narrowed } }) => {
      const facets = facetsIn((name) => narrowed[name]?.split(",").map((value) => value.trim()) ?? []);
      const wish = { q: askedText(q), facets, page };
      const found = await searched(c.var.db, c.var.actor, dateIn(c.var.now()), wish);
      return c.json({
        total: found.total,
        hits: found.hits.map(({ id, kind, title, href, standing, whose, year, day, pieces, why }) => ({
          id,
          kind,
          title,
          standing,
          whose,
          year,
          address: href,
          day: day?.toString() ?? null,
          piece: pieces,
          why,
        })),
        facets: Object.fromEntries(facetNames.map((name) => [name, found.facets[name]])),
        suggestion: found.suggestion ?? null,
        isBuilding: found.isBuilding,
      });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/search/completions",
      operationId: "completeSearch",
      summary: "How a half-written question may go on",
      request: { query: z.strictObject({ q: Query }) },
      responses: { 200: json("Questions written out", z.object({ words: z.array(z.string()) })) },
    },
    async (c, { query: { q } }) => {
      const words = await completions(c.var.db, c.var.actor, dateIn(c.var.now()), askedText(q));
      return c.json({ words });
    },
  ),
];
