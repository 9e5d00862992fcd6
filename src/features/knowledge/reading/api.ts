import { z } from "zod";
import { RoundId } from "#features/circles/round/round.ts";
import {
  addToList,
  changeReadingList,
  createReadingList,
  noteInList,
  publishReadingList,
  setListRetired,
  stepInList,
} from "#features/knowledge/reading/commands.ts";
import { type ReadingListFacts, readingListInside, readingLists } from "#features/knowledge/reading/queries.ts";
import {
  ListNote,
  ListStep,
  NewReadingList,
  ReadingListChange,
  ToRead,
} from "#features/knowledge/reading/reading-words.ts";
import { ListedId, ReadingListId } from "#features/knowledge/reading/reading.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const byRow = { params: z.strictObject({ slug: z.string().min(1).max(200), rowId: ListedId }) };
const Nothing = { description: "Done" };
const Text = z.string().nullable();

const ListJson = z.object({
  id: ReadingListId,
  slug: z.string(),
  title: z.string(),
  purpose: Text,
  organisation: z.string(),
  roundId: RoundId.nullable().describe("The circle that reads it; null: a collection for a theme"),
  publishedAt: Text,
  retiredAt: Text,
  count: z.int(),
  version: z.int(),
});

function asJson({
  id,
  slug,
  title,
  purpose,
  organisation,
  roundId,
  publishedAt,
  retiredAt,
  count,
  version,
}: ReadingListFacts) {
  const [published, retired] = [publishedAt?.toString() ?? null, retiredAt?.toString() ?? null];
  return {
    id,
    slug,
    title,
    purpose,
    organisation,
    roundId,
    publishedAt: published,
    retiredAt: retired,
    count,
    version,
  };
}

/** Lists to read: open once they are published, kept by those who write knowledge for the organisation. */
export const readingApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/reading-lists",
      operationId: "listReadingLists",
      summary: "List the lists to read",
      responses: { 200: json("The lists", z.object({ lists: z.array(ListJson) })) },
    },
    async (c) => c.json({ lists: (await readingLists(c.var.db, c.var.actor)).map(asJson) }),
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/reading-lists",
      operationId: "createReadingList",
      summary: "Begin a list to read, as a draft",
      request: { body: body(NewReadingList) },
      responses: { 201: json("The list", z.object({ id: ReadingListId, slug: z.string() })) },
    },
    async (c, { body: wish }) => c.json(await createReadingList(c.var.db, c.var.actor, c.var.now, wish), 201),
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/reading-lists/{slug}",
      operationId: "readReadingList",
      summary: "Read a list in its order, with what is said of each item",
      request: bySlug,
      responses: {
        200: json(
          "The list",
          ListJson.extend({
            items: z.array(z.object({ rowId: ListedId, slug: z.string(), title: z.string(), note: Text })),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const { list, lines } = await readingListInside(c.var.db, c.var.actor, slug);
      const items = lines.map(({ id, note, item }) => ({ rowId: id, slug: item.slug, title: item.title, note }));
      return c.json({ ...asJson(list), items });
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "put",
      path: "/reading-lists/{slug}",
      operationId: "changeReadingList",
      summary: "Change what a list is called, what it is for and who reads it, from the version one has read",
      request: { ...bySlug, body: body(ReadingListChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await changeReadingList(c.var.db, c.var.actor, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/reading-lists/{slug}/items",
      operationId: "addToReadingList",
      summary: "Put a published item last in a list",
      request: { ...bySlug, body: body(ToRead) },
      responses: { 201: json("The row", z.object({ rowId: ListedId })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json({ rowId: await addToList(c.var.db, c.var.actor, slug, wish) }, 201),
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/reading-lists/{slug}/steps",
      operationId: "stepInReadingList",
      summary: "Move a row of a list a step up or down, or take it away",
      request: { ...bySlug, body: body(ListStep) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await stepInList(c.var.db, c.var.actor, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "put",
      path: "/reading-lists/{slug}/items/{rowId}",
      operationId: "noteInReadingList",
      summary: "Say what the reader should think of in an item of a list",
      request: { ...byRow, body: body(ListNote) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, rowId }, body: { note } }) => {
      await noteInList(c.var.db, c.var.actor, slug, rowId, note);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "post",
      path: "/reading-lists/{slug}/publication",
      operationId: "publishReadingList",
      summary: "Publish a list: it is open to everybody from then on",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await publishReadingList(c.var.db, c.var.actor, c.var.now, slug);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "put",
      path: "/reading-lists/{slug}/retirement",
      operationId: "retireReadingList",
      summary: "Say that a list is not to be read any more",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await setListRetired(c.var.db, c.var.actor, c.var.now, slug, true);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:write",
    {
      method: "delete",
      path: "/reading-lists/{slug}/retirement",
      operationId: "restoreReadingList",
      summary: "Say that a list is to be read again",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await setListRetired(c.var.db, c.var.actor, c.var.now, slug, false);
      return c.body(null, 204);
    },
  ),
];
