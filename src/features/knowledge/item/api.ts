import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { changeItem, createItem, discardDraft } from "#features/knowledge/item/commands.ts";
import { ItemJson, ListedItemJson, VersionJson } from "#features/knowledge/item/item-json.ts";
import { ItemChange, NewItem } from "#features/knowledge/item/item-words.ts";
import { ItemId, ItemKind, TermId, TermKind } from "#features/knowledge/item/item.ts";
import { itemsListed } from "#features/knowledge/item/listing/queries.ts";
import { itemAsJson, listedAsJson, versionAsJson } from "#features/knowledge/item/parts/item-as-json.ts";
import { itemInside, publishedItem, versionsIn } from "#features/knowledge/item/queries.ts";
import { addLocalName, retireLocalName } from "#features/knowledge/item/terms/commands.ts";
import { allTerms } from "#features/knowledge/item/terms/queries.ts";
import { LocalName } from "#features/knowledge/item/terms/term-words.ts";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";

const Slug = z.string().min(1).max(200);
const bySlug = { params: z.strictObject({ slug: Slug }) };
const Nothing = { description: "Done" };
const Text = z.string().nullable();

/** What is known: read by anybody once it is published, written by those who keep it. */
export const knowledgeApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/knowledge",
      operationId: "listKnowledge",
      summary: "List what is published of the five kinds of knowledge, the latest first",
      request: {
        query: ListQuery.extend({
          kind: ItemKind.optional(),
          term: TermId.optional().describe("About this word, or a local one that means it"),
          words: z.string().max(200).optional().describe("Part of the title, the summary or the source"),
          retired: z.stringbool().optional().describe("Those that are not to be followed any more"),
        }),
      },
      responses: { 200: json("One page of the items", z.object({ items: z.array(ListedItemJson) })) },
    },
    async (c, { query: { kind, term, words, retired, after, limit } }) => {
      const list = await itemsListed(c.var.db, c.var.actor, {
        kind,
        terms: term ? [term] : [],
        typed: words,
        which: retired ? "retired" : "standing",
        after: ItemId.safeParse(after).data,
        limit,
      });
      nextLink(c, list.after);
      return c.json({ items: list.items.map(listedAsJson) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/knowledge",
      operationId: "createKnowledge",
      summary: "Begin an item as a draft",
      request: { body: body(NewItem) },
      responses: { 201: json("The item", z.object({ id: ItemId, slug: z.string() })) },
    },
    async (c, { body: wish }) => {
      const { id, slug } = await createItem(c.var.db, c.var.actor, c.var.now, wish);
      return c.json({ id, slug }, 201);
    },
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/knowledge/terms",
      operationId: "listKnowledgeTerms",
      summary: "List the words that knowledge is sorted by, with the local names for the national ones",
      request: {},
      responses: {
        200: json(
          "The words",
          z.object({
            terms: z.array(
              z.object({
                id: TermId,
                kind: TermKind,
                slug: z.string(),
                name: z.string(),
                organisation: Text.describe("Null: national"),
                means: TermId.nullable().describe("The national word that a local name means"),
              }),
            ),
          }),
        ),
      },
    },
    async (c) => {
      const terms = await allTerms(c.var.db);
      return c.json({
        terms: terms.map(({ id, kind, slug, name, organisation, means }) => ({
          id,
          kind,
          slug,
          name,
          organisation,
          means,
        })),
      });
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/knowledge/terms",
      operationId: "addLocalName",
      summary: "Write what an organisation calls a national word",
      request: { body: body(LocalName) },
      responses: { 201: json("The word", z.object({ id: TermId })) },
    },
    async (c, { body: wish }) => c.json(await addLocalName(c.var.db, c.var.actor, wish), 201),
  ),
  operation(
    "knowledge:publish",
    {
      method: "delete",
      path: "/knowledge/terms/{termId}",
      operationId: "retireLocalName",
      summary: "Take a local name out of use",
      request: { params: z.strictObject({ termId: TermId }) },
      responses: { 204: Nothing },
    },
    async (c, { params: { termId } }) => {
      await retireLocalName(c.var.db, c.var.actor, c.var.now, termId);
      return c.body(null, 204);
    },
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/knowledge/{slug}",
      operationId: "readKnowledge",
      summary: "Read a published item; a retired one too, which says so",
      request: bySlug,
      responses: { 200: json("The item", ItemJson) },
    },
    async (c, { params: { slug } }) => {
      const item = await publishedItem(c.var.db, slug);
      if (!item) throw new Refusal("not_found", "item.no_such_item");
      return c.json(itemAsJson(item));
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/knowledge/{slug}/working",
      operationId: "readWorkingKnowledge",
      summary: "Read an item as one sees it oneself, with what is written beside what is published",
      request: bySlug,
      responses: {
        200: json(
          "The item",
          ItemJson.extend({
            working: VersionJson.nullable(),
            can: z.object({ write: z.boolean(), review: z.boolean(), publish: z.boolean(), retire: z.boolean() }),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const inside = await itemInside(c.var.db, c.var.actor, slug, dateIn(c.var.now()));
      const { working, can } = inside;
      return c.json({ ...itemAsJson(inside), working: working && versionAsJson(working), can: { ...can } });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/knowledge/{slug}",
      operationId: "changeKnowledge",
      summary: "Change what an item says, from the version one has read; what is published stands until the change is",
      request: { ...bySlug, body: body(ItemChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await changeItem(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/knowledge/{slug}/working",
      operationId: "discardKnowledgeDraft",
      summary: "Throw away what is written and not published; an item that never was published goes with it",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await discardDraft(c.var.db, c.var.actor, c.var.now, slug);
      return c.body(null, 204);
    },
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/knowledge/{slug}/versions",
      operationId: "listKnowledgeVersions",
      summary: "List what an item has said, the latest first",
      request: bySlug,
      responses: { 200: json("The published versions", z.object({ versions: z.array(VersionJson) })) },
    },
    async (c, { params: { slug } }) => {
      const item = await publishedItem(c.var.db, slug);
      if (!item) throw new Refusal("not_found", "item.no_such_item");
      const versions = await versionsIn(c.var.db, item.item.id, ["published", "replaced"]);
      return c.json({ versions: versions.map(versionAsJson) });
    },
  ),
];
