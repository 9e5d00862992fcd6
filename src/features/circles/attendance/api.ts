import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import {
  attendanceStates,
  attendedStates,
  CheckIn,
  Mark,
  NewVisitor,
  VisitorId,
  visitorParts,
} from "#features/circles/attendance/attendance.ts";
import { mayKeepAttendance } from "#features/circles/attendance/attendance-policy.ts";
import {
  addVisitor,
  checkIn,
  markAttendance,
  markTheRest,
  openCode,
  removeVisitor,
} from "#features/circles/attendance/commands.ts";
import { countTry } from "#features/circles/attendance/pages/here.tsx";
import { notedAt, visitorsAt } from "#features/circles/attendance/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { sessionInRoom } from "#features/circles/room/queries.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { SessionId } from "#features/circles/round/round.ts";

const bySession = bySlug.params.extend({ sessionId: SessionId });
const Nothing = { description: "Done" };
type Which = z.output<typeof bySession>;

const AttendanceJson = z.object({
  participants: z.array(
    z.object({ registrationId: RegistrationId, name: z.string(), state: z.enum(attendanceStates).nullable() }),
  ),
  visitors: z.array(z.object({ id: VisitorId, name: z.string(), part: z.enum(visitorParts) })),
});

/** Who was at the meetings of a circle. */
export const attendanceApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/sessions/{sessionId}/attendance",
      operationId: "readAttendance",
      summary: "Read who was at a meeting, with a seat or without; for those who lead the circle",
      request: { params: bySession },
      responses: { 200: json("How everybody is noted; null where nobody has said", AttendanceJson) },
    },
    async (c, { params }) => {
      const { db } = c.var;
      const { session, part, participants } = await sessionCalled(c, params);
      if (!mayKeepAttendance(part)) throw new Refusal("forbidden", "attendance.leaders_only");
      const noted = await notedAt(db, session.id);
      return c.json({
        participants: participants.map(({ registrationId, name }) => ({
          registrationId,
          name,
          state: noted.get(registrationId)?.state ?? null,
        })),
        visitors: await visitorsAt(db, session.id),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/sessions/{sessionId}/attendance",
      operationId: "markAttendance",
      summary: "Note how one participant took part in a meeting, or take it back with `unmarked`",
      request: { params: bySession, body: body(Mark) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: mark }) => {
      await markAttendance(c.var.db, c.var.actor, c.var.now, await meetingCalled(c, params), mark);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/sessions/{sessionId}/attendance/rest",
      operationId: "markTheRest",
      summary: "Note everybody about whom nothing is noted as having been there",
      request: { params: bySession, body: body(z.strictObject({ state: z.enum(attendedStates) })) },
      responses: { 200: json("How many were noted", z.object({ marked: z.int() })) },
    },
    async (c, { params, body: { state } }) =>
      c.json(await markTheRest(c.var.db, c.var.actor, c.var.now, await meetingCalled(c, params), state)),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/sessions/{sessionId}/attendance/code",
      operationId: "openAttendanceCode",
      summary: "Make the code that those in the room note themselves by; valid for half an hour",
      request: { params: bySession },
      responses: { 201: json("The code", z.object({ code: z.string(), expiresAt: z.string() })) },
    },
    async (c, { params }) => {
      const { code, expiresAt } = await openCode(c.var.db, c.var.actor, c.var.now, await meetingCalled(c, params));
      return c.json({ code, expiresAt: expiresAt.toString() }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/sessions/{sessionId}/check-in",
      operationId: "checkIn",
      summary: "Note oneself as being at a meeting, by the code of its room",
      request: { params: bySession, body: body(CheckIn) },
      responses: { 200: json("How one is noted now", z.object({ state: z.enum(attendanceStates) })) },
    },
    async (c, { params, body: sent }) => {
      await countTry(c, await sessionCalled(c, params));
      return c.json(await checkIn(c.var.db, c.var.actor, c.var.now, await meetingCalled(c, params), sent));
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/sessions/{sessionId}/visitors",
      operationId: "addVisitor",
      summary: "Note somebody who was at a meeting without a seat: a leader, a facilitator or a guest",
      request: { params: bySession, body: body(NewVisitor) },
      responses: { 201: json("The visitor", z.object({ id: VisitorId })) },
    },
    async (c, { params, body: visitor }) =>
      c.json(await addVisitor(c.var.db, c.var.actor, c.var.now, await meetingCalled(c, params), visitor), 201),
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/sessions/{sessionId}/visitors/{visitorId}",
      operationId: "removeVisitor",
      summary: "Take away somebody who was noted at a meeting without a seat",
      request: { params: bySession.extend({ visitorId: VisitorId }) },
      responses: { 204: Nothing },
    },
    async (c, { params }) => {
      await removeVisitor(c.var.db, c.var.actor, await meetingCalled(c, params), params.visitorId);
      return c.body(null, 204);
    },
  ),
];

function sessionCalled(c: ApiContext, { slug, sessionId }: Which) {
  return sessionInRoom(c.var.db, c.var.actor, slug, sessionId);
}

async function meetingCalled(c: ApiContext, which: Which) {
  const { round, session } = await sessionCalled(c, which);
  return { roundId: round.id, sessionId: session.id };
}
