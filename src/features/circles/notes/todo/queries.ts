import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { ledBy } from "#features/circles/room/queries.ts";

/** For how long after a meeting somebody still remembers enough to write what was said. */
const daysBack = 21;

/** Meetings that have been and have no notes, one line a round, with the last such meeting. */
export async function meetingsWithoutNotes(db: Reader, actor: Actor, now: Temporal.Instant) {
  const today = dateIn(now);
  return db
    .selectFrom("session as s")
    .innerJoin("round as r", "r.id", "s.round_id")
    .where(ledBy(actor))
    .where("r.state", "not in", ["cancelled", "completed"])
    .where("s.called_off", "=", false)
    .where("s.date", "<", today)
    .where("s.date", ">=", today.subtract({ days: daysBack }))
    .where(sql<SqlBool>`exists (select from registration g where g.round_id = r.id and g.state = 'placed')`)
    .where(sql<SqlBool>`not exists (select from session_note_section n where n.session_id = s.id and n.body <> '')`)
    .groupBy("r.id")
    .orderBy(sql`max(s.date)`)
    .select(["r.slug", "r.title", sql<Temporal.PlainDate>`max(s.date)`.as("date")])
    .select(sql<string>`(array_agg(s.id order by s.date desc))[1]`.as("sessionId"))
    .execute();
}
