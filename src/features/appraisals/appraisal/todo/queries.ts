import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";

/** What is proposed to somebody and waits for them to decide, the oldest first. */
export async function proposalsToDecide(db: Reader, actor: Actor) {
  if (!actor.personId) return [];
  return db
    .selectFrom("appraisal as a")
    .innerJoin("organisation as o", "o.id", "a.organisation_id")
    .where("a.state", "=", "proposed")
    .where("a.decider_id", "=", actor.personId)
    .orderBy("a.proposed_at")
    .orderBy("a.id")
    .limit(10)
    .select(["a.slug", "a.title", "o.name as organisation", "a.proposed_at as proposedAt"])
    .execute();
}
