import { z } from "@hono/zod-openapi";
import { newSecret } from "#platform/tokens/secret-token.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { Refusal } from "#kernel/refusal.ts";
import { Joining, SentAnswer, WorkshopRoundId } from "#features/workshops/answering/answer.ts";
import { joinRoom } from "#features/workshops/answering/commands.ts";
import { comingsIn, withinPace } from "#features/workshops/answering/pages/room-limits.ts";
import { sendAnswer } from "#features/workshops/answering/taking/commands.ts";
import { roomOf, visitOf } from "#features/workshops/answering/queries.ts";
import { JoinCode } from "#features/workshops/workshop/join-code.ts";
import { QuestionKind, Screen, WorkshopGroupId, WorkshopState } from "#features/workshops/workshop/workshop.ts";

const byCode = { params: z.strictObject({ code: JoinCode }) };
const Text = z.string().nullable();
const Whole = z.int().nullable();
const Secret = z.string().regex(/^[\w-]{43}$/u);

const RoomJson = z.object({
  title: z.string(),
  state: WorkshopState,
  version: z.int().describe("Raised at every change that the room must see"),
  device: z.enum(["person", "group"]),
  isAnonymous: z.boolean(),
  screenShows: Screen,
  groups: z.array(z.object({ id: WorkshopGroupId, name: z.string() })),
  asked: z
    .object({
      roundId: WorkshopRoundId,
      kind: QuestionKind,
      text: z.string(),
      help: Text,
      most: Whole,
      scaleLow: Whole,
      scaleHigh: Whole,
      lowLabel: Text,
      highLabel: Text,
      closesAt: Text,
      options: z.array(z.object({ id: z.string(), text: z.string() })),
    })
    .nullable(),
});

/** A room for its devices, without an account: what it sees, the way in, and answers. */
export const answeringApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/workshop-rooms/{code}",
      operationId: "readWorkshopRoom",
      summary: "Read what the room of an open workshop sees now",
      request: byCode,
      responses: { 200: json("The room", RoomJson) },
    },
    async (c, { params: { code } }) => {
      const visit = await visitOf(c.var.db, code, undefined);
      const room = visit && (await roomOf(c.var.db, visit.workshopId));
      if (!room) throw new Refusal("not_found", "answering.no_such_code");
      const { id: _, code: __, asked, ...seen } = room;
      return c.json({ ...seen, asked: asked && { ...asked, closesAt: asked.closesAt?.toString() ?? null } });
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/workshop-rooms/{code}/devices",
      operationId: "joinWorkshopRoom",
      summary: "Come into the room of an open workshop with a device, in a group where there are groups",
      request: { ...byCode, body: body(Joining) },
      responses: { 201: json("The secret that answers are sent with", z.object({ secret: Secret })) },
      answersSecret: true,
    },
    async (c, { params: { code }, body: { group } }) => {
      await c.var.limits.count(comingsIn, { address: networkAddress(c), target: code });
      const secret = newSecret();
      await joinRoom(c.var.db, c.var.now, code, secret, group);
      return c.json({ secret }, 201);
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/workshop-rooms/{code}/answers",
      operationId: "answerInWorkshopRoom",
      summary: "Answer the question that is put to the room; the same mark and answer twice is one",
      request: { ...byCode, body: body(z.strictObject({ secret: Secret, answer: SentAnswer })) },
      responses: {
        200: json("What became of it", z.object({ fate: z.enum(["taken", "already"]), given: z.int(), most: z.int() })),
      },
      // The mark does what a key does, and who sent it is not to be remembered beside it.
      takesNoKey: true,
    },
    async (c, { body: { secret, answer } }) => {
      if (!withinPace(secret)) throw new Refusal("too_many", "answering.told.fast");
      const { workshopId, ...taken } = await sendAnswer(c.var.db, c.var.now, secret, answer);
      c.var.live.heard(workshopId);
      return c.json(taken);
    },
  ),
];
