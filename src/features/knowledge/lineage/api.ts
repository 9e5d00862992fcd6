import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { tie, untie } from "#features/knowledge/lineage/commands.ts";
import { sayStands } from "#features/knowledge/lineage/debt/commands.ts";
import { Looked } from "#features/knowledge/lineage/debt/debt-words.ts";
import { debtsOf, itemsDue } from "#features/knowledge/lineage/debt/queries.ts";
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
  operation(
    "token",
    {
      method: "get",
      path: "/freshness-debt",
      operationId: "listFreshnessDebt",
      summary: "List what one keeps that rests on an item that is retired or changed, and items past review",
      responses: {
        200: json(
          "What is to be looked over",
          z.object({
            resting: z.array(
              z.object({
                restId: z.string(),
                kind: z.enum(thingKinds),
                title: z.string(),
                address: z.string(),
                item: z.object({ slug: z.string(), title: z.string() }),
                why: Looked.shape.why,
                versionNo: z.int(),
                seenVersionNo: z.int(),
              }),
            ),
            pastReview: z.array(z.object({ slug: z.string(), title: z.string(), reviewDue: Text })),
          }),
        ),
      },
    },
    async (c) => {
      const { db, actor, now, config } = c.var;
      const [debts, due] = await Promise.all([debtsOf(db, actor), itemsDue(db, actor, dateIn(now()))]);
      return c.json({
        resting: debts.map(({ restId, kind, title, href, itemSlug, itemTitle, why, versionNo, seenVersionNo }) => {
          const item = { slug: itemSlug, title: itemTitle };
          return { restId, kind, title, address: `${config.baseUrl}${href}`, item, why, versionNo, seenVersionNo };
        }),
        pastReview: due.map(({ slug, title, reviewDue }) => {
          return { slug, title, reviewDue: reviewDue?.toString() ?? null };
        }),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/freshness-debt/{restId}/still-stands",
      operationId: "sayRestingStands",
      summary: "Say that something one keeps still stands although what it rests on was retired or changed",
      request: { params: z.strictObject({ restId: TieId }), body: body(Looked) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { restId }, body: looked }) => {
      await sayStands(c.var.db, c.var.actor, restId, looked);
      return c.body(null, 204);
    },
  ),
];
