import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { ledBy } from "#features/circles/room/queries.ts";

/** How many days ahead an assignment is something to do today. */
const daysAhead = 7;

/**
 * What somebody has not handed in and is due soon or was due, the first first. A meeting that is called off is no
 * deadline: the next one that is held is.
 */
export async function assignmentsToHandIn(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const today = dateIn(now);
  const due = sql<Temporal.PlainDate | null>`(
    select s.date from session s
    where s.round_id = r.id and not s.called_off and s.position >= d.position
    order by s.position limit 1)`;
  return db
    .selectFrom("assignment as a")
    .innerJoin("round as r", "r.id", "a.round_id")
    .innerJoin("registration as g", "g.round_id", "r.id")
    .innerJoin("session as d", "d.id", "a.due_before")
    .where("g.person_id", "=", actor.personId)
    .where("g.state", "=", "placed")
    .where("r.state", "not in", ["draft", "cancelled", "completed"])
    .where(sql<SqlBool>`${due} <= ${today.add({ days: daysAhead })}::date`)
    .where(
      sql<SqlBool>`not exists (
        select from assignment_submission t
        where t.assignment_id = a.id and t.registration_id = g.id and t.handed_in_at is not null)`,
    )
    .orderBy(due)
    .select(["a.id", "a.title as assignment", "r.slug", "r.title", due.as("due")])
    .execute();
}

/** What was handed in and nobody who leads has answered, one line a round. */
export async function submissionsToAnswer(db: Reader, actor: Actor) {
  return db
    .selectFrom("assignment_submission as t")
    .innerJoin("assignment as a", "a.id", "t.assignment_id")
    .innerJoin("round as r", "r.id", "a.round_id")
    .where(ledBy(actor))
    .where("r.state", "not in", ["cancelled", "completed"])
    .where("t.handed_in_at", "is not", null)
    .where("t.answered_at", "is", null)
    .groupBy("r.id")
    .orderBy(sql`min(t.handed_in_at)`)
    .select(["r.slug", "r.title", sql<number>`count(*)::int`.as("count")])
    .select(sql<string>`(array_agg(a.id order by t.handed_in_at))[1]`.as("assignmentId"))
    .execute();
}
