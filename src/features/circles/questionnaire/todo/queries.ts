import { sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";

/** The questions before and after a circle that are open to somebody and not answered: the one that closes first leads. */
export async function questionnairesToAnswer(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const today = dateIn(now);
  return db
    .selectFrom("registration as g")
    .innerJoin("round as r", "r.id", "g.round_id")
    .innerJoin("questionnaire_occasion as o", "o.round_id", "r.id")
    .where("g.person_id", "=", actor.personId)
    .where("g.state", "in", ["placed", "completed"])
    .where("r.state", "not in", ["draft", "cancelled"])
    .where(sql<SqlBool>`${today}::date between o.opens_on and o.closes_on`)
    .where(
      sql<SqlBool>`not exists (select from questionnaire_answered a
        where a.round_id = o.round_id and a.occasion = o.occasion and a.registration_id = g.id)`,
    )
    .orderBy("o.closes_on")
    .orderBy("r.title")
    .select(["r.slug", "r.title", "o.closes_on as closesOn"])
    .execute();
}
