import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { hideAnswer, letIn, showAnswer, shutOut } from "#features/workshops/moderation/commands.ts";
import { AnswerId, DeviceId } from "#features/workshops/moderation/moderation.ts";
import { devicesOf } from "#features/workshops/moderation/queries.ts";
import { resultsOf } from "#features/workshops/results/queries.ts";
import { byWorkshop, Nothing, QuestionJson } from "#features/workshops/workshop/api.ts";
import { workshopInside } from "#features/workshops/workshop/queries.ts";
import { Hiding } from "#features/workshops/workshop/workshop-words.ts";

const byAnswer = { params: byWorkshop.params.extend({ answerId: AnswerId }) };
const byDevice = { params: byWorkshop.params.extend({ deviceId: DeviceId }) };
const Text = z.string().nullable();

const AnswerJson = z.object({
  id: AnswerId,
  text: Text,
  number: z.int().nullable(),
  options: z.array(z.string()).nullable().describe("Options chosen, or in order"),
  points: z.record(z.string(), z.int()).nullable().describe("Points by option"),
  group: Text.describe("Null where answers show without group"),
  isHidden: z.boolean(),
  hiddenReason: Text,
});

const RoundJson = z.object({
  roundNo: z.int().nullable().describe("Null: brought in from a poll made elsewhere"),
  openedAt: Text,
  closesAt: Text,
  isOpen: z.boolean(),
  answers: z.array(AnswerJson),
});

const ResultJson = z.object({ question: QuestionJson, rounds: z.array(RoundJson) });
const Hidden = z.strictObject({ hidden: z.enum(["yes", "no"]).default("no") });

const DeviceJson = z.object({
  id: DeviceId,
  number: z.int().describe("In the order they came; nobody has a name"),
  group: Text,
  answers: z.int(),
  isShutOut: z.boolean(),
});

/** What a room answered, word for word, and moderation of it. */
export const moderationApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/workshops/{slug}/results",
      operationId: "getWorkshopResults",
      summary:
        "Read what was answered, by question and by the times it was put; those who lead may ask for what is hidden",
      request: { ...byWorkshop, query: Hidden },
      responses: { 200: json("The answers", z.object({ results: z.array(ResultJson) })) },
    },
    async (c, { params: { slug }, query: { hidden } }) => {
      const { db, actor, now } = c.var;
      const inside = await workshopInside(db, actor, slug, dateIn(now()));
      const results = await resultsOf(db, inside, { withHidden: hidden === "yes" });
      return c.json({
        results: results.map(({ question, rounds }) => ({
          question,
          rounds: rounds.map((round) => ({
            ...round,
            openedAt: round.openedAt?.toString() ?? null,
            closesAt: round.closesAt?.toString() ?? null,
          })),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/workshops/{slug}/answers/{answerId}/hiding",
      operationId: "hideWorkshopAnswer",
      summary: "Hide an answer from the room and from what comes of it, with the reason",
      request: { ...byAnswer, body: body(Hiding) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, answerId }, body: words }) => {
      await hideAnswer(c.var.db, c.var.actor, c.var.now, slug, answerId, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/workshops/{slug}/answers/{answerId}/hiding",
      operationId: "showWorkshopAnswer",
      summary: "Show a hidden answer again",
      request: byAnswer,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, answerId } }) => {
      await showAnswer(c.var.db, c.var.actor, c.var.now, slug, answerId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/workshops/{slug}/devices",
      operationId: "listWorkshopDevices",
      summary: "List the devices that are in the room, in the order they came",
      request: byWorkshop,
      responses: { 200: json("The devices", z.object({ devices: z.array(DeviceJson) })) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { workshop, can } = await workshopInside(db, actor, slug, dateIn(now()));
      if (!can.lead) throw new Refusal("forbidden", "workshop.not_yours");
      return c.json({ devices: await devicesOf(db, workshop) });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/workshops/{slug}/devices/{deviceId}/shutting-out",
      operationId: "shutDeviceOut",
      summary: "Shut a device out, and hide its answers with it",
      request: byDevice,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, deviceId } }) => {
      await shutOut(c.var.db, c.var.actor, c.var.now, slug, deviceId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/workshops/{slug}/devices/{deviceId}/shutting-out",
      operationId: "letDeviceIn",
      summary: "Let a device in again, with what was hidden only because it was shut out",
      request: byDevice,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, deviceId } }) => {
      await letIn(c.var.db, c.var.actor, c.var.now, slug, deviceId);
      return c.body(null, 204);
    },
  ),
];
