import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { TermId } from "#features/knowledge/item/item.ts";
import { facetNames } from "#features/knowledge/search/found.ts";
import { chooseDigest, forgetSearch, mailSavedSearch, saveSearch } from "#features/knowledge/search/saved/commands.ts";
import { digestOf, savedSearches } from "#features/knowledge/search/saved/queries.ts";
import { DigestWish, MailWish, NewSavedSearch, SavedSearchId } from "#features/knowledge/search/saved/saved-search.ts";
import { facetsIn } from "#features/knowledge/search/search-wish.ts";

const byId = { params: z.object({ id: SavedSearchId }) };
const Nothing = { description: "Done" };

const SavedJson = z.object({
  id: SavedSearchId,
  words: z.string(),
  facets: z.partialRecord(z.enum(facetNames), z.array(z.string())),
  isMailed: z.boolean(),
  lastToldOn: z.string().nullable(),
});

/** The searches one keeps, and what one wants to be told of by mail. */
export const savedSearchApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/saved-searches",
      operationId: "listSavedSearches",
      summary: "The searches one keeps, the latest first",
      responses: { 200: json("The searches", z.object({ searches: z.array(SavedJson) })) },
    },
    async (c) => {
      const saved = await savedSearches(c.var.db, c.var.actor);
      return c.json({
        searches: saved.map(({ createdAt: _, lastToldOn, ...each }) => ({
          ...each,
          lastToldOn: lastToldOn?.toString() ?? null,
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/saved-searches",
      operationId: "saveSearch",
      summary: "Keep a search",
      request: { body: body(NewSavedSearch) },
      responses: { 201: json("The search", z.object({ id: SavedSearchId })) },
    },
    async (c, { body: { words, facets } }) => {
      const wish = { words, facets: facetsIn((name) => facets[name] ?? []) };
      return c.json({ id: await saveSearch(c.var.db, c.var.actor, c.var.now, wish) }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/saved-searches/{id}/mail",
      operationId: "mailSavedSearch",
      summary: "Say whether to be told by mail, once a month, of what is new of a search",
      request: { ...byId, body: body(MailWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { id }, body: { isMailed } }) => {
      await mailSavedSearch(c.var.db, c.var.actor, id, isMailed);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/saved-searches/{id}",
      operationId: "forgetSavedSearch",
      summary: "Keep a search no longer",
      request: byId,
      responses: { 204: Nothing },
    },
    async (c, { params: { id } }) => {
      await forgetSearch(c.var.db, c.var.actor, id);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/knowledge-digest",
      operationId: "readKnowledgeDigest",
      summary: "What of the knowledge base one is told of by mail",
      responses: {
        200: json(
          "What one is told of",
          z.object({ of: z.enum(["nothing", "everything", "terms"]), terms: z.array(TermId) }),
        ),
      },
    },
    async (c) => {
      const digest = await digestOf(c.var.db, c.var.actor);
      const of = digest === undefined ? "nothing" : digest.terms.length > 0 ? "terms" : "everything";
      return c.json({ of, terms: [...(digest?.terms ?? [])] });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/knowledge-digest",
      operationId: "chooseKnowledgeDigest",
      summary: "Choose what of the knowledge base to be told of by mail, once a month",
      request: { body: body(DigestWish) },
      responses: { 204: Nothing },
    },
    async (c, { body: wish }) => {
      await chooseDigest(c.var.db, c.var.actor, c.var.now, wish);
      return c.body(null, 204);
    },
  ),
];
