import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { setSpreadTarget, takeBackSpread, tellOfSpread } from "#features/circles/spread/commands.ts";
import { spreadInRoom } from "#features/circles/spread/queries.ts";
import { Spread, SpreadId, spreadManners, SpreadTarget } from "#features/circles/spread/spread.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";

const Group = z.object({ name: z.string(), participants: z.number().int(), colleagues: z.number().int() });
const ReachJson = z.object({
  colleagues: z.number().int().describe("Colleagues reached by those who take part"),
  participants: z.number().int(),
  perParticipant: z.number().nullable().describe("Null where nobody takes part"),
  target: z.number().int().describe("What those who have set a target mean to reach together"),
  byWorkplace: z.array(Group),
  byEmployer: z.array(Group),
  own: z.array(
    z.object({
      id: SpreadId,
      toldOn: z.string(),
      audience: z.string(),
      manner: z.enum(spreadManners),
      reached: z.number().int(),
    }),
  ),
});
const Nothing = { description: "Done" };

/** Spread of what circles learn. */
export const spreadApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/spread",
      operationId: "readSpread",
      summary: "Read how far a circle has reached, and whom one has told oneself",
      request: bySlug,
      responses: { 200: json("How far it has reached", ReachJson) },
    },
    async (c, { params: { slug } }) => {
      const { reach, target, own } = await spreadInRoom(c.var.db, await roomCalled(c, slug));
      const told = own?.told ?? [];
      return c.json({
        ...reach,
        perParticipant: reach.perParticipant ?? null,
        target,
        own: told.map(({ registrationId: _, toldOn, ...said }) => ({ ...said, toldOn: toldOn.toString() })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/spread",
      operationId: "tellOfSpread",
      summary: "Write down that colleagues were told: by oneself, or by a participant for those who lead",
      request: { ...bySlug, body: body(Spread) },
      responses: { 201: json("What was written down", z.object({ id: SpreadId })) },
    },
    async (c, { params: { slug }, body: told }) => {
      const { round } = await roomCalled(c, slug);
      return c.json(await tellOfSpread(c.var.db, c.var.actor, c.var.now, round.id, told), 201);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/spread/{spreadId}",
      operationId: "takeBackSpread",
      summary: "Take back something that was written down by mistake",
      request: { params: bySlug.params.extend({ spreadId: SpreadId }) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, spreadId } }) => {
      const { round } = await roomCalled(c, slug);
      await takeBackSpread(c.var.db, c.var.actor, round.id, spreadId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/spread-target",
      operationId: "setSpreadTarget",
      summary: "Say how many colleagues one means to reach, before one has told the first",
      request: { ...bySlug, body: body(SpreadTarget) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: target }) => {
      const { round } = await roomCalled(c, slug);
      await setSpreadTarget(c.var.db, c.var.actor, c.var.now, round.id, target);
      return c.body(null, 204);
    },
  ),
];
