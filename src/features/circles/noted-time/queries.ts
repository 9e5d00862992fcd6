import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { type PlannedTime, plannedTime } from "#features/circles/attendance/circle-hours.ts";
import { assignmentsIn } from "#features/circles/assignment/queries.ts";
import { minutesOf } from "#features/circles/noted-time/noted-time.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId, Session } from "#features/circles/round/round.ts";

/** What a circle asks for in hours: its meetings, what is given between them, and what stands on its reading list. */
export async function plannedTimeOf(
  db: Reader,
  round: { readonly id: RoundId; readonly hours: number | null; readonly sessions: readonly Session[] },
): Promise<PlannedTime> {
  const [assignments, reading] = await Promise.all([
    assignmentsIn(db, round.id),
    db
      .selectFrom("session_material as m")
      .innerJoin("session as s", "s.id", "m.session_id")
      .where("s.round_id", "=", round.id)
      .where("m.to_read", "=", true)
      .select("m.minutes")
      .execute(),
  ]);
  return plannedTime(round, assignments, reading);
}

// Lines stay with the application they were written under; where two turned out to be one person's, they are read together.
const owner = sql<RegistrationId>`coalesce(r.merged_into, r.id)`;

/** What somebody with a place has noted for themselves, latest first. */
export function notedBy(db: Reader, registrationId: RegistrationId) {
  return db
    .selectFrom("noted_time as n")
    .innerJoin("registration as r", "r.id", "n.registration_id")
    .where(owner, "=", registrationId)
    .orderBy("n.day", "desc")
    .orderBy("n.noted_at", "desc")
    .select(["n.id", "n.day", "n.minutes", "n.purpose", "n.words"])
    .execute();
}

export type NotedLine = Awaited<ReturnType<typeof notedBy>>[number];

/** How much time somebody has noted in all, in minutes: the only thing that stands outside their own page. */
export async function notedMinutes(db: Reader, registrationId: RegistrationId): Promise<number> {
  return minutesOf(await notedBy(db, registrationId));
}
