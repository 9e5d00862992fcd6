import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { ledBy } from "#features/circles/room/queries.ts";

/** Rounds with meetings that have been and where somebody's attendance is not noted, with the first such meeting. */
export async function attendanceToMark(db: Reader, actor: Actor, now: Temporal.Instant) {
  return db
    .selectFrom("session as s")
    .innerJoin("round as r", "r.id", "s.round_id")
    .where(ledBy(actor))
    .where("r.state", "not in", ["cancelled", "completed"])
    .where("s.called_off", "=", false)
    .where("s.date", "<", dateIn(now))
    .where(
      sql<SqlBool>`exists (
        select from registration g
        where g.round_id = r.id and g.state = 'placed' and not exists (
          select from attendance n where n.session_id = s.id and n.registration_id = g.id))`,
    )
    .groupBy("r.id")
    .orderBy(sql`min(s.date)`)
    .select(["r.slug", "r.title", sql<number>`count(*)::int`.as("count")])
    .select(sql<string>`(array_agg(s.id order by s.date))[1]`.as("sessionId"))
    .select(sql<Temporal.PlainDate>`min(s.date)`.as("date"))
    .execute();
}
