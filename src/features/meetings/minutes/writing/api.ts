import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { TakingText } from "#platform/shared-texts/text-answer.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { addItem, changeItem, removeItem } from "#features/meetings/minutes/commands.ts";
import { ItemOutcome } from "#features/meetings/minutes/item-outcome.ts";
import { MinutesItemId, MinutesPartId, MinutesTextId } from "#features/meetings/minutes/minutes.ts";
import { ItemChange, ItemWriting, NewItem } from "#features/meetings/minutes/minutes-words.ts";
import { settleItem } from "#features/meetings/minutes/outcome/commands.ts";
import { minutesOf } from "#features/meetings/minutes/queries.ts";
import { otherTextsOf } from "#features/meetings/minutes/writing/queries.ts";
import { removeItemText, takeItem, writeItem } from "#features/meetings/minutes/writing/commands.ts";

const Slug = z.string().min(1).max(200);
const byPart = { params: z.object({ slug: Slug, partId: MinutesPartId }) };
const byItem = { params: z.object({ slug: Slug, itemId: MinutesItemId }) };
const Done = { 204: { description: "Done" } };

const Texts = z.object({
  texts: z.array(
    z.object({
      id: MinutesTextId,
      body: z.string(),
      writtenBy: z.string().nullable(),
      writtenAt: z.string(),
      settled: z.boolean(),
    }),
  ),
});

/** The items of minutes: added, written in and settled by those who take notes. */
export const minutesItemApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes/{partId}/items",
      operationId: "addMinutesItem",
      summary: "Add an item that was not on the agenda; the same key is the same item",
      request: { ...byPart, body: body(NewItem) },
      responses: Done,
    },
    async (c, { params, body: item }) => {
      await addItem(c.var.db, c.var.actor, c.var.now, params, item);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "patch",
      path: "/meetings/{slug}/minutes/items/{itemId}",
      operationId: "changeMinutesItem",
      summary: "Rename an item and say which matter it is about",
      request: { ...byItem, body: body(ItemChange) },
      responses: Done,
    },
    async (c, { params, body: item }) => {
      await changeItem(c.var.db, c.var.actor, c.var.now, params, item);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/meetings/{slug}/minutes/items/{itemId}",
      operationId: "removeMinutesItem",
      summary: "Take away an item that was not on the agenda and holds nothing",
      request: byItem,
      responses: Done,
    },
    async (c, { params }) => {
      await removeItem(c.var.db, c.var.actor, c.var.now, params);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes/items/{itemId}/take",
      operationId: "takeMinutesItem",
      summary: "Take an item to write in, for some minutes; from somebody who writes there only with takesOver",
      request: { ...byItem, body: body(TakingText) },
      responses: Done,
    },
    async (c, { params, body: { takesOver } }) => {
      await takeItem(c.var.db, c.var.actor, c.var.now, params, takesOver);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/minutes/items/{itemId}/text",
      operationId: "writeMinutesItem",
      summary: "Write in an item; a text based on another version than the one that stands there is laid beside it",
      request: { ...byItem, body: body(ItemWriting) },
      responses: {
        200: json(
          "What became of the text",
          z.object({
            fate: z.enum(["written", "already", "beside"]),
            version: z.int(),
            writer: z.string().nullable().describe("Somebody else who has the item"),
          }),
        ),
      },
    },
    async (c, { params, body: writing }) => c.json(await writeItem(c.var.db, c.var.actor, c.var.now, params, writing)),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/minutes/items/{itemId}/texts",
      operationId: "readMinutesTexts",
      summary: "Read the texts of an item besides the one that stands there",
      request: byItem,
      responses: { 200: json("The texts", Texts) },
    },
    async (c, { params }) => {
      const inside = await meetingInside(c.var.db, c.var.actor, params.slug, dateIn(c.var.now()));
      const parts = (await minutesOf(c.var.db, inside)).filter(({ state }) => state !== "final");
      if (!parts.some(({ items }) => items.some(({ id }) => id === params.itemId)))
        throw new Refusal("not_found", "minutes.no_such_item");
      const texts = await otherTextsOf(c.var.db, inside.meeting.id, params.itemId);
      return c.json({
        texts: texts.map(({ id, body: text, name, writtenAt, isSettled }) => ({
          id,
          body: text,
          writtenBy: name,
          writtenAt: writtenAt.toString(),
          settled: isSettled,
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/meetings/{slug}/minutes/items/{itemId}/texts/{textId}",
      operationId: "removeMinutesText",
      summary: "Take an earlier text away for good, for chair and secretary",
      request: { params: byItem.params.extend({ textId: MinutesTextId }) },
      responses: Done,
    },
    async (c, { params }) => {
      await removeItemText(c.var.db, c.var.actor, c.var.now, params);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/minutes/items/{itemId}/outcome",
      operationId: "settleMinutesItem",
      summary: "Say what came of an item: its kind, with what that kind needs",
      request: { ...byItem, body: body(ItemOutcome) },
      responses: Done,
    },
    async (c, { params, body: outcome }) => {
      await settleItem(c.var.db, c.var.actor, c.var.now, params, outcome);
      return c.body(null, 204);
    },
  ),
];
