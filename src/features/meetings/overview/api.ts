import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, deedsAt, json, nextLink, operation } from "#platform/web/api.ts";
import {
  askForMore,
  beginCommission,
  closeCommission,
  reportPart,
  setCommissionDays,
} from "#features/meetings/commission/commands.ts";
import { CommissionJson, commissionJson } from "#features/meetings/commission/parts/commission-json.ts";
import {
  ClosedCommission,
  CommissionAnswer,
  CommissionDays,
  HandedOn,
  MorePart,
  PartReport,
  ReceivedCommission,
} from "#features/meetings/commission/commission-words.ts";
import { handOnCommission } from "#features/meetings/commission/handing-on/commands.ts";
import { commissionInScope } from "#features/meetings/commission/queries.ts";
import {
  CommissionId,
  CommissionState,
  DeliverableId,
  MatterId,
  MatterState,
} from "#features/meetings/matter/matter.ts";
import { answerIntake, receiveCommission } from "#features/meetings/overview/intake/commands.ts";
import { loadOf } from "#features/meetings/overview/load/queries.ts";
import { OverviewWish, owners, rowsShown, standings } from "#features/meetings/overview/overview-wish.ts";
import { openCommissions, openMatterRows, overviewCounts, overviewOf } from "#features/meetings/overview/queries.ts";

const byId = { params: z.strictObject({ commissionId: CommissionId }) };
const byPart = byId.params.extend({ partId: DeliverableId });
const Text = z.string().nullable();
const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

const Counts = z.object({
  commissions: z.int(),
  overdue: z.int(),
  withoutDay: z.int(),
  parked: z.int(),
  matters: z.int(),
});

const OpenCommissionJson = z.object({
  id: CommissionId,
  title: z.string(),
  state: CommissionState,
  body: Text,
  requester: Text,
  matter: Text,
  owner: Text,
  givenOn: Text,
  dueOn: Text.describe("The nearest day that something of it is due; null: nobody has set one"),
  lacksDay: z.boolean(),
});

const OpenMatterJson = z.object({
  id: MatterId,
  slug: z.string(),
  title: z.string(),
  state: MatterState,
  body: z.string(),
  since: z.string(),
  reason: Text,
  parkedUntil: Text,
  parkedEvent: Text,
  remindOn: Text,
});

const Page = { body: z.string().max(200).optional(), page: z.coerce.number().int().min(1).max(10_000).default(1) };

const deed = deedsAt("/commissions/{commissionId}", byId.params);

/** Commissions: those that are open where one may see them, what is done with them, and what comes from outside. */
export const commissionsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/commissions",
      operationId: "listOpenCommissions",
      summary: "List the open commissions one may see, overdue first, with counts",
      request: {
        query: z.strictObject({ ...Page, standing: z.enum(standings).optional(), owner: z.enum(owners).optional() }),
      },
      responses: {
        200: json("One page", z.object({ counts: Counts, commissions: z.array(OpenCommissionJson) })),
      },
    },
    async (c, { query }) => {
      const { db, actor, now } = c.var;
      const today = dateIn(now());
      const wish = OverviewWish.parse({
        grupp: query.body,
        laget: query.standing,
        ansvarig: query.owner,
        sida: query.page,
      });
      const whose = await overviewOf(db, actor, today);
      const counts = await overviewCounts(db, whose, wish, today);
      const rows = await openCommissions(db, whose, wish, today);
      nextLink(c, rows.length === rowsShown ? String(query.page + 1) : undefined);
      return c.json({
        counts,
        commissions: rows.map(({ bodySlug: _, matterSlug: __, since: ___, parts: ____, waiting: _____, ...row }) => ({
          ...row,
          givenOn: day(row.givenOn),
          dueOn: day(row.dueOn),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/matters",
      operationId: "listOpenMatters",
      summary: "List the matters that are not closed in the bodies one is inside, or those that are parked",
      request: {
        query: z.strictObject({ ...Page, parked: z.stringbool().default(false) }),
      },
      responses: { 200: json("One page", z.object({ counts: Counts, matters: z.array(OpenMatterJson) })) },
    },
    async (c, { query }) => {
      const { db, actor, now } = c.var;
      const today = dateIn(now());
      const visa = query.parked ? "parkerade" : "fragor";
      const wish = OverviewWish.parse({ visa, grupp: query.body, sida: query.page });
      const whose = await overviewOf(db, actor, today);
      const counts = await overviewCounts(db, whose, wish, today);
      const rows = await openMatterRows(db, whose, wish);
      nextLink(c, rows.length === rowsShown ? String(query.page + 1) : undefined);
      return c.json({
        counts,
        matters: rows.map(({ id, slug, title, state, body: name, since, reason, parkedEvent, ...row }) => ({
          id,
          slug,
          title,
          state,
          reason,
          parkedEvent,
          body: name,
          since: since.toString(),
          parkedUntil: day(row.parkedUntil),
          remindOn: day(row.remindOn),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/commissions/load",
      operationId: "getCommissionLoad",
      summary: "How much of the posts of the support units one answers for their commissions take",
      responses: {
        200: json(
          "The load of each unit, in full-time posts",
          z.object({
            units: z.array(
              z.object({
                name: z.string(),
                posts: z.number().nullable(),
                accepted: z.number(),
                inProgress: z.number(),
                asked: z.number(),
                unsized: z.int(),
              }),
            ),
          }),
        ),
      },
    },
    async (c) => {
      const { db, actor, now } = c.var;
      if (!actor.reach.has("bodies:manage")) throw new Refusal("forbidden", "commission.not_your_unit");
      const units = await loadOf(db, actor, dateIn(now()));
      return c.json({ units: units.map(({ id: _, commissions: __, ...unit }) => unit) });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/commissions/{commissionId}",
      operationId: "getCommission",
      summary: "Read a commission with what is to come of it",
      request: byId,
      responses: { 200: json("The commission", CommissionJson) },
    },
    async (c, { params: { commissionId } }) => {
      const { db, actor, now } = c.var;
      const { commission } = await commissionInScope(db, actor, commissionId, dateIn(now()));
      return c.json(commissionJson(commission));
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/commissions",
      operationId: "receiveCommission",
      summary: "Write down what somebody outside asks a support unit to do",
      request: { body: body(ReceivedCommission) },
      responses: { 201: json("The commission", z.object({ id: CommissionId })) },
    },
    async (c, { body: words }) => c.json(await receiveCommission(c.var.db, c.var.actor, c.var.now, words), 201),
  ),
  deed(
    ["post", "/answer"],
    "answerCommission",
    "Answer whoever asked: yes, no or not yet",
    CommissionAnswer,
    (c, { commissionId: id }, words) => answerIntake(c.var.db, c.var.actor, c.var.now, id, words),
  ),
  deed(
    ["put", "/days"],
    "setCommissionDays",
    "Say when something of a commission is due",
    CommissionDays,
    (c, { commissionId: id }, words) => setCommissionDays(c.var.db, c.var.actor, c.var.now, id, words),
  ),
  deed(
    ["put", "/owner"],
    "handOnCommission",
    "Let somebody else take over a commission that is under way",
    HandedOn,
    (c, { commissionId: id }, words) => handOnCommission(c.var.db, c.var.actor, c.var.now, id, words),
  ),
  deed(
    ["post", "/parts"],
    "askForMore",
    "Ask for one more thing of a commission",
    MorePart,
    (c, { commissionId: id }, words) => askForMore(c.var.db, c.var.actor, c.var.now, id, words),
  ),
  deed(
    ["post", "/closing"],
    "closeCommission",
    "Close a commission",
    ClosedCommission,
    (c, { commissionId: id }, words) => closeCommission(c.var.db, c.var.actor, c.var.now, id, words),
  ),
  deed(
    ["post", "/beginning"],
    "beginCommission",
    "Begin what was accepted",
    z.strictObject({}),
    (c, { commissionId: id }) => beginCommission(c.var.db, c.var.actor, c.var.now, id),
  ),
  deedsAt("/commissions/{commissionId}/parts/{partId}", byPart)(
    ["post", "/report"],
    "reportPart",
    "Tell what came of one part of a commission",
    PartReport,
    (c, { commissionId, partId }, words) => reportPart(c.var.db, c.var.actor, c.var.now, commissionId, partId, words),
  ),
];
