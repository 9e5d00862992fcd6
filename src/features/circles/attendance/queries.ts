import type { Reader } from "#platform/database/database.ts";
import type { AttendanceState } from "#features/circles/attendance/attendance.ts";
import { isAttended } from "#features/circles/attendance/attendance.ts";
import type { Noted } from "#features/circles/attendance/marking.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";

/** How those with a seat took part in one meeting, of those about whom somebody has noted it. */
export async function notedAt(db: Reader, sessionId: SessionId): Promise<ReadonlyMap<RegistrationId, Noted>> {
  const rows = await db
    .selectFrom("attendance")
    .where("session_id", "=", sessionId)
    .select(["registration_id as registrationId", "state", "noted_by as notedBy"])
    .execute();
  return new Map(rows.map(({ registrationId, ...noted }) => [registrationId, noted]));
}

/** What is noted about one person's meetings. */
export type OwnAttendance = ReadonlyMap<SessionId, AttendanceState>;

/** How everybody took part in the meetings of a round; those that were called off are left out. */
export async function attendanceIn(db: Reader, roundId: RoundId): Promise<ReadonlyMap<RegistrationId, OwnAttendance>> {
  const rows = await db
    .selectFrom("attendance as a")
    .innerJoin("session as s", "s.id", "a.session_id")
    .where("s.round_id", "=", roundId)
    .where("s.called_off", "=", false)
    .select(["a.registration_id as registrationId", "a.session_id as sessionId", "a.state"])
    .execute();
  const found = new Map<RegistrationId, Map<SessionId, AttendanceState>>();
  for (const { registrationId, sessionId, state } of rows) {
    const own = found.get(registrationId) ?? new Map<SessionId, AttendanceState>();
    found.set(registrationId, own.set(sessionId, state));
  }
  return found;
}

/** The meetings somebody was at in person, of what is noted about them. */
export function attendedBy(own: OwnAttendance | undefined): ReadonlySet<SessionId> {
  return new Set([...(own ?? [])].filter(([, state]) => isAttended(state)).map(([id]) => id));
}

/** Those who were at a meeting without a seat, by name. Erased names are left out. */
export async function visitorsAt(db: Reader, sessionId: SessionId) {
  const rows = await db
    .selectFrom("attendance_visitor")
    .where("session_id", "=", sessionId)
    .orderBy("name")
    .select(["id", "name", "part"])
    .execute();
  return rows.flatMap(({ name, ...visitor }) => (name === null ? [] : [{ ...visitor, name }]));
}

export type Visitor = Awaited<ReturnType<typeof visitorsAt>>[number];

/** The code that is valid in the room of a meeting now, if one is. */
export async function codeAt(db: Reader, sessionId: SessionId, now: Temporal.Instant) {
  return db
    .selectFrom("attendance_code")
    .where("session_id", "=", sessionId)
    .where("expires_at", ">", now)
    .select(["code", "expires_at as expiresAt"])
    .executeTakeFirst();
}
