import { randomInt } from "node:crypto";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type {
  AttendanceState,
  AttendedState,
  CheckIn,
  Mark,
  NewVisitor,
  VisitorId,
} from "#features/circles/attendance/attendance.ts";
import { mayKeepAttendance } from "#features/circles/attendance/attendance-policy.ts";
import {
  afterCode,
  codeMinutes,
  isToday,
  type Noted,
  partOfVisitor,
  unfitMark,
} from "#features/circles/attendance/marking.ts";
import { codeAt, notedAt } from "#features/circles/attendance/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { roomWithId, type SessionInRoom } from "#features/circles/room/queries.ts";
import { lockRound } from "#features/circles/round/queries.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";

/** Which meeting of which circle. */
export type Meeting = { readonly roundId: RoundId; readonly sessionId: SessionId };

/**
 * Notes how one participant took part in a meeting, or takes back what was noted. Of two notes the last one stands.
 * Refused for a meeting that was called off, before its day, and for somebody who has left the circle.
 */
export function markAttendance(db: Database, actor: Actor, now: Clock, meeting: Meeting, mark: Mark): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockToKeep(tx, actor, meeting);
    const { registrationId, state } = mark;
    const at = now();
    const problem = unfitMark(room.session, state === "unmarked" ? "excused" : state, dateIn(at));
    if (problem) throw new Refusal("conflict", problem);
    if (!room.participants.some((one) => one.registrationId === registrationId))
      throw new Refusal("conflict", "attendance.not_in_circle");
    const before = (await notedAt(tx, meeting.sessionId)).get(registrationId);
    if (state === "unmarked") await forget(tx, meeting.sessionId, registrationId);
    else await note(tx, meeting.sessionId, registrationId, { state, notedBy: "leader" }, at);
    await record(tx, {
      by: actor,
      what: "circles.attendance_marked",
      about: meeting.sessionId,
      organisationId: room.round.organisationId,
      before: { registrationId, state: before?.state ?? null },
      after: { registrationId, state },
    });
  });
}

/** Notes everybody about whom nothing has been noted as having been there: the quick way when nearly all were. */
export function markTheRest(
  db: Database,
  actor: Actor,
  now: Clock,
  meeting: Meeting,
  state: AttendedState,
): Promise<{ marked: number }> {
  return change(db, actor, async (tx) => {
    const room = await lockToKeep(tx, actor, meeting);
    const at = now();
    const problem = unfitMark(room.session, state, dateIn(at));
    if (problem) throw new Refusal("conflict", problem);
    const noted = await notedAt(tx, meeting.sessionId);
    const rest = room.participants.filter(({ registrationId }) => !noted.has(registrationId));
    for (const { registrationId } of rest)
      await note(tx, meeting.sessionId, registrationId, { state, notedBy: "leader" }, at);
    await record(tx, {
      by: actor,
      what: "circles.attendance_marked_rest",
      about: meeting.sessionId,
      organisationId: room.round.organisationId,
      after: { state, marked: rest.length },
    });
    return { marked: rest.length };
  });
}

/** Makes the code that those in the room note themselves by, valid for half an hour. A new one ends the one before. */
export function openCode(
  db: Database,
  actor: Actor,
  now: Clock,
  meeting: Meeting,
): Promise<{ code: string; expiresAt: Temporal.Instant }> {
  return change(db, actor, async (tx) => {
    const room = await lockToKeep(tx, actor, meeting);
    const at = now();
    if (!isToday(room.session, dateIn(at)))
      throw new Refusal("conflict", room.session.calledOff ? "attendance.called_off" : "attendance.not_today");
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    const expiresAt = at.add({ minutes: codeMinutes });
    await tx
      .insertInto("attendance_code")
      .values({ session_id: meeting.sessionId, code, expires_at: expiresAt })
      .onConflict((conflict) => conflict.column("session_id").doUpdateSet({ code, expires_at: expiresAt }))
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.attendance_code_opened",
      about: meeting.sessionId,
      organisationId: room.round.organisationId,
      after: { expiresAt: expiresAt.toString() },
    });
    return { code, expiresAt };
  });
}

/**
 * Notes a participant as being at a meeting, because they show the code of its room. The same code twice changes
 * nothing. Refused with a wrong or old code, for a meeting that was called off, and for those without a seat.
 */
export function checkIn(
  db: Database,
  actor: Actor,
  now: Clock,
  meeting: Meeting,
  { code, state }: CheckIn,
): Promise<{ state: AttendanceState }> {
  return change(db, actor, async (tx) => {
    const room = await lockMeeting(tx, actor, meeting);
    if (room.session.calledOff) throw new Refusal("conflict", "attendance.called_off");
    if (!room.own) throw new Refusal("conflict", "attendance.no_seat");
    const at = now();
    const valid = await codeAt(tx, meeting.sessionId, at);
    if (valid?.code !== code)
      throw new Refusal("invalid", "attendance.code_wrong", {}, [{ path: "code", code: "attendance.code_wrong" }]);
    const { registrationId } = room.own;
    const before = (await notedAt(tx, meeting.sessionId)).get(registrationId);
    const after = afterCode(before, state);
    if (after !== before) await note(tx, meeting.sessionId, registrationId, after, at);
    await record(tx, {
      by: actor,
      what: "circles.attendance_checked_in",
      about: meeting.sessionId,
      organisationId: room.round.organisationId,
      before: { registrationId, state: before?.state ?? null },
      after: { registrationId, state: after.state },
    });
    return { state: after.state };
  });
}

/** Notes somebody who was at a meeting without a seat: a leader, a facilitator or a guest. The same name is noted once. */
export function addVisitor(
  db: Database,
  actor: Actor,
  now: Clock,
  meeting: Meeting,
  { name }: NewVisitor,
): Promise<{ id: VisitorId }> {
  return change(db, actor, async (tx) => {
    const room = await lockToKeep(tx, actor, meeting);
    const problem = unfitMark(room.session, "present", dateIn(now()));
    if (problem) throw new Refusal("conflict", problem);
    const part = partOfVisitor(name, room.round.leaders);
    const id = newId<"attendance_visitor">();
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("attendance_visitor")
      .values({ id, session_id: meeting.sessionId, name, part })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n)
      throw new Refusal("invalid", "attendance.visitor_twice", {}, [
        { path: "name", code: "attendance.visitor_twice" },
      ]);
    await record(tx, {
      by: actor,
      what: "circles.attendance_visitor_added",
      about: meeting.sessionId,
      organisationId: room.round.organisationId,
      after: { visitor: id, part },
    });
    return { id };
  });
}

/** Takes away somebody who was noted at a meeting without a seat. Taken away already, they stay away. */
export function removeVisitor(db: Database, actor: Actor, meeting: Meeting, id: VisitorId): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockToKeep(tx, actor, meeting);
    await tx
      .deleteFrom("attendance_visitor")
      .where("id", "=", id)
      .where("session_id", "=", meeting.sessionId)
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.attendance_visitor_removed",
      about: meeting.sessionId,
      organisationId: room.round.organisationId,
      before: { visitor: id },
    });
  });
}

/** Takes the lock of a circle, and gives one of its meetings from the inside. */
async function lockMeeting(tx: Tx, actor: Actor, { roundId, sessionId }: Meeting): Promise<SessionInRoom> {
  await lockRound(tx, roundId);
  const room = await roomWithId(tx, actor, roundId);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  const session = room.round.sessions.find(({ id }) => id === sessionId);
  if (!session) throw new Refusal("not_found", "round.no_such_session");
  if (room.round.state === "cancelled") throw new Refusal("conflict", "attendance.round_cancelled");
  return { ...room, session };
}

async function lockToKeep(tx: Tx, actor: Actor, meeting: Meeting): Promise<SessionInRoom> {
  const room = await lockMeeting(tx, actor, meeting);
  if (!mayKeepAttendance(room.part)) throw new Refusal("forbidden", "attendance.leaders_only");
  return room;
}

async function note(
  tx: Tx,
  sessionId: SessionId,
  registrationId: RegistrationId,
  { state, notedBy }: Noted,
  at: Temporal.Instant,
): Promise<void> {
  const noted = { state, noted_by: notedBy, noted_at: at };
  await tx
    .insertInto("attendance")
    .values({ id: newId<"attendance">(), session_id: sessionId, registration_id: registrationId, ...noted })
    .onConflict((conflict) => conflict.columns(["session_id", "registration_id"]).doUpdateSet(noted))
    .execute();
}

async function forget(tx: Tx, sessionId: SessionId, registrationId: RegistrationId): Promise<void> {
  await tx
    .deleteFrom("attendance")
    .where("session_id", "=", sessionId)
    .where("registration_id", "=", registrationId)
    .execute();
}
