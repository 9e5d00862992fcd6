import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { sendMinutes } from "#features/meetings/distribution/commands.ts";
import { MinutesReceiverId, NewReceiver, Sending } from "#features/meetings/distribution/distribution.ts";
import { maySendMinutes } from "#features/meetings/distribution/distribution-policy.ts";
import { dispatchesOf, sendingOf } from "#features/meetings/distribution/queries.ts";
import { addReceiver, removeReceiver, renewReadingLink } from "#features/meetings/distribution/receivers/commands.ts";
import { isNothing } from "#features/meetings/distribution/what-to-send.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";

const Slug = z.object({ slug: z.string().max(200) });
const OfReceiver = Slug.extend({ receiverId: MinutesReceiverId });
const Done = z.object({ done: z.literal(true) });

const SendingJson = z.object({
  parts: z.array(z.object({ id: z.uuid(), bodyId: z.uuid().nullable(), state: z.string() })),
  waiting: z.int().describe("How many have something to be sent now"),
  dispatches: z.array(
    z.object({
      id: z.uuid(),
      sentAt: z.string(),
      sentBy: z.string().nullable(),
      mails: z.array(
        z.object({
          name: z.string().nullable().describe("Null: a user representative who is not named"),
          partIds: z.array(z.uuid()),
          additions: z.int(),
          state: z.string().nullable(),
        }),
      ),
    }),
  ),
});

/** Sending the minutes of a meeting. */
export const distributionApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/dispatches",
      operationId: "readDispatches",
      summary: "What can be sent of a meeting's minutes, and who was sent what and when",
      request: { params: Slug },
      responses: { 200: json("The sending", SendingJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const today = dateIn(now());
      const inside = await meetingInside(db, actor, slug, today);
      if (!maySendMinutes(inside.bodies.map(({ standing }) => standing)))
        throw new Refusal("forbidden", "distribution.leaders_send");
      const [{ parts, receivers }, dispatches] = await Promise.all([
        sendingOf(db, inside.meeting.id, today),
        dispatchesOf(db, inside),
      ]);
      return c.json({
        parts: parts.map(({ id, bodyId, state }) => ({ id, bodyId, state })),
        waiting: receivers.filter(({ email, unsent }) => email !== null && !isNothing(unsent)).length,
        dispatches: dispatches.map(({ id, sentAt, sentBy, mails }) => ({
          id,
          sentAt: sentAt.toString(),
          sentBy,
          mails: mails.map(({ name, partIds, additions, state }) => ({ name, partIds, additions, state })),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/dispatches",
      operationId: "sendMinutes",
      summary: "Send each body the common part of the minutes and its own, to those who have not had it",
      request: { params: Slug, body: body(Sending) },
      responses: {
        201: json(
          "How many were sent something, and the parts that are not final; null is the common part",
          z.object({ receivers: z.int(), notFinal: z.array(z.uuid().nullable()) }),
        ),
      },
    },
    async (c, { params: { slug }, body: wish }) => {
      const { receivers, notFinal } = await sendMinutes(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.json({ receivers, notFinal: [...notFinal] }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/receivers",
      operationId: "addMinutesReceiver",
      summary: "Let somebody by address have the minutes of a meeting",
      request: { params: Slug, body: body(NewReceiver) },
      responses: { 201: json("The receiver", z.object({ id: z.uuid() })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json({ id: await addReceiver(c.var.db, c.var.actor, c.var.now, slug, wish) }, 201),
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/meetings/{slug}/receivers/{receiverId}",
      operationId: "removeMinutesReceiver",
      summary: "Take somebody by address away; their link leads nowhere from now on",
      request: { params: OfReceiver },
      responses: { 200: json("Done", Done) },
    },
    async (c, { params: { slug, receiverId } }) => {
      await removeReceiver(c.var.db, c.var.actor, c.var.now, slug, receiverId);
      return c.json({ done: true as const });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/receivers/{receiverId}/link",
      operationId: "renewReadingLink",
      summary: "Mail somebody by address a new link to what they have been sent",
      request: { params: OfReceiver },
      responses: { 200: json("Done", Done) },
    },
    async (c, { params: { slug, receiverId } }) => {
      await renewReadingLink(c.var.db, c.var.actor, c.var.now, slug, receiverId);
      return c.json({ done: true as const });
    },
  ),
];
