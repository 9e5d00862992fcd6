import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";

/** When after the last ordinary meeting it is time to have told somebody at home, and when nobody is asked any more. */
const [soonest, latest] = [14, 180];

/** Circles that somebody has taken part in and not yet told anybody at home about. */
export async function spreadToTell(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const today = dateIn(now);
  const last = sql<Temporal.PlainDate | null>`(
    select max(s.date) from session s where s.round_id = r.id and not s.called_off and s.kind <> 'followUp')`;
  return db
    .selectFrom("registration as g")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where("g.person_id", "=", actor.personId)
    .where("g.state", "in", ["placed", "completed"])
    .where("r.state", "not in", ["draft", "cancelled"])
    .where(
      sql<SqlBool>`${last} between ${today.subtract({ days: latest })}::date and ${today.subtract({ days: soonest })}::date`,
    )
    .where(sql<SqlBool>`not exists (select from spread t where t.registration_id = g.id)`)
    .orderBy("r.title")
    .select(["r.slug", "r.title"])
    .execute();
}
