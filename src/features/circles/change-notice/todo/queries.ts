import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";
import type { Reader } from "#platform/database/database.ts";
import { ledBy } from "#features/circles/room/queries.ts";

/** How many working days before a meeting those who lead are told that a change of it may not be known to all. */
const workingDaysAhead = 3;

// Somebody whose two applications were joined has seen a change when they saw it under either.
const seenUnderNoOther = sql<SqlBool>`not exists (
  select from change_notice_reader o join registration m on m.id = o.registration_id
  where o.notice_id = t.notice_id and m.merged_into = g.id and o.seen_at is not null)`;

/** Circles that somebody has a place in and in which something was changed that they have not seen, with how much. */
export async function changesToSee(db: Reader, actor: Actor) {
  if (!actor.personId) return [];
  return db
    .selectFrom("change_notice_reader as t")
    .innerJoin("registration as g", "g.id", "t.registration_id")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where("g.person_id", "=", actor.personId)
    .where("g.state", "=", "placed")
    .where("r.state", "not in", ["cancelled", "completed"])
    .where("t.seen_at", "is", null)
    .where(seenUnderNoOther)
    .groupBy("r.id")
    .orderBy("r.title")
    .select(["r.slug", "r.title", sql<number>`count(*)::int`.as("count")])
    .execute();
}

/**
 * Meetings in the next few working days that were changed, and how many of those with a place we do not know to have
 * seen it: for those who lead, who may want to call them.
 */
export async function changesPerhapsUnknown(db: Reader, actor: Actor, now: Temporal.Instant) {
  const today = dateIn(now);
  return db
    .selectFrom("session as s")
    .innerJoin("round as r", "r.id", "s.round_id")
    .innerJoin("change_notice_thing as h", "h.session_id", "s.id")
    .innerJoin("change_notice_reader as t", "t.notice_id", "h.notice_id")
    .innerJoin("registration as g", "g.id", "t.registration_id")
    .where(ledBy(actor))
    .where("r.state", "not in", ["cancelled", "completed"])
    .where("s.date", ">=", today)
    .where("s.date", "<=", addWorkingDays(today, workingDaysAhead))
    .where("g.state", "=", "placed")
    .where("t.seen_at", "is", null)
    .where(seenUnderNoOther)
    .groupBy(["r.id", "s.id"])
    .orderBy("s.date")
    .select(["r.slug", "r.title", "s.date", sql<number>`count(distinct g.id)::int`.as("count")])
    .$narrowType<{ date: Temporal.PlainDate }>()
    .execute();
}
