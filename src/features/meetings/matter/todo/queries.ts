import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";
import { seatedBodies } from "#features/meetings/body/queries.ts";
import { isMatterInside } from "#features/meetings/matter/queries.ts";

/** How long something that happened to a matter one follows is news, in days. */
const daysOfNews = 7;

/** Matters somebody follows where others have told something during the last week, the latest first. */
export async function followedMattersChanged(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const since = now.subtract({ hours: 24 * daysOfNews });
  return db
    .selectFrom("matter_subscription as f")
    .innerJoin("matter as m", "m.id", "f.matter_id")
    .innerJoin("matter_step as s", "s.matter_id", "m.id")
    .where("f.person_id", "=", actor.personId)
    .whereRef("s.told_at", ">", "f.since")
    .where("s.told_at", ">", since)
    .where(sql<SqlBool>`s.told_by is distinct from ${actor.personId}::uuid`)
    .where(isMatterInside(actor, dateIn(now)))
    .groupBy(["m.id", "m.slug", "m.title"])
    .orderBy(sql`max(s.told_at)`, "desc")
    .limit(5)
    .select(["m.slug", "m.title", sql<number>`count(*)::int`.as("count")])
    .select(sql<string>`(array_agg(s.what order by s.step_no desc))[1]`.as("what"))
    .execute();
}

/** Parked matters whose reminder has come, of the bodies somebody leads: what has no day is asked about. (R213) */
export async function parkedToThinkOf(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const today = dateIn(now);
  return db
    .selectFrom("matter as m")
    .innerJoin("body as b", "b.id", "m.body_id")
    .where("m.state", "=", "parked")
    .where("m.remind_on", "<=", today)
    .where(sql<SqlBool>`b.id in ${seatedBodies(actor, today)}`)
    .where(
      sql<SqlBool>`exists (select from body_seat_holding h join body_seat s on s.id = h.seat_id
        where s.body_id = b.id and h.person_id = ${actor.personId}::uuid and s.kind in ('chair', 'secretary')
          and h.valid_from <= ${today}::date and (h.valid_to is null or ${today}::date <= h.valid_to))`,
    )
    .orderBy("m.remind_on")
    .limit(5)
    .select(["m.slug", "m.title", "b.name as body", "m.since"])
    .execute();
}
