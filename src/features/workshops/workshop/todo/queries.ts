import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";

/** How long a workshop may stand open before whoever leads it is asked whether it is over, in hours. */
const openAtMost = 12;

/**
 * The workshops that somebody is named to lead and that want them: those of today, and those that were opened long ago and
 * nobody has closed. Whoever only may lead them is not asked.
 */
export async function workshopsToLead(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const isToday = sql<boolean>`coalesce(w.held_on = ${dateIn(now)}::date, false)`;
  return db
    .selectFrom("workshop as w")
    .innerJoin("workshop_leader as l", "l.workshop_id", "w.id")
    .where("l.person_id", "=", actor.personId)
    .where("w.state", "<>", "closed")
    .where(sql<SqlBool>`(${isToday} or w.opened_at < ${now.subtract({ hours: openAtMost })}::timestamptz)`)
    .orderBy(isToday, "desc")
    .orderBy("w.created_at")
    .limit(5)
    .select(["w.slug", "w.title", "w.opened_at as openedAt"])
    .select([
      isToday.as("isToday"),
      sql<number>`(select count(*)::int from workshop_question q where q.workshop_id = w.id)`.as("questions"),
    ])
    .execute();
}
