import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { tie, untie } from "#features/knowledge/lineage/commands.ts";
import { NewTie } from "#features/knowledge/lineage/lineage-words.ts";
import { Side, thingKinds, TieId } from "#features/knowledge/lineage/lineage.ts";
import { lineageOf } from "#features/knowledge/lineage/queries.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Text = z.string().nullable();

const LineJson = z.object({
  tieId: TieId.nullable().describe("Null: it stands in the list, which says so itself"),
  side: Side.describe("`under`: what the item builds on; `over`: what builds on it"),
  kind: z.enum(thingKinds),
  id: z.string(),
  title: z.string(),
  address: z.string(),
  organisation: Text,
  isRetired: z.boolean(),
  note: Text,
});

/** What knowledge builds on and what builds on it. */
export const lineageApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/knowledge/{slug}/lineage",
      operationId: "readLineage",
      summary: "Read what an item builds on and what builds on it, as far as one may know of it",
      request: bySlug,
      responses: { 200: json("The things on both sides", z.object({ things: z.array(LineJson) })) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now, config } = c.var;
      const { item } = await itemInside(db, actor, slug, dateIn(now()));
      const lines = await lineageOf(db, actor, item);
      return c.json({
        things: lines.map(({ tieId, side, kind, id, title, href, organisation, isRetired, note }) => {
          return { tieId, side, kind, id, title, address: `${config.baseUrl}${href}`, organisation, isRetired, note };
        }),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/knowledge/{slug}/lineage",
      operationId: "tieKnowledge",
      summary: "Say that something builds on an item, or that the item builds on it",
      request: { ...bySlug, body: body(NewTie) },
      responses: { 201: json("What ties them", z.object({ id: TieId })) },
    },
    async (c, { params: { slug }, body: wish }) => c.json(await tie(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/lineage/{tieId}",
      operationId: "untieKnowledge",
      summary: "Take back that two things build on each other",
      request: { params: z.strictObject({ tieId: TieId }) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { tieId } }) => {
      await untie(c.var.db, c.var.actor, c.var.now, tieId);
      return c.body(null, 204);
    },
  ),
];
