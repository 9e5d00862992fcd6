import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";

/** Somebody's own proposals that they were asked about and have not answered. */
export async function proposalsAsked(db: Reader, actor: Actor) {
  if (!actor.personId) return [];
  return db
    .selectFrom("proposal as p")
    .innerJoin("proposal_asking as q", "q.proposal_id", "p.id")
    .innerJoin("registration as g", "g.id", "p.registration_id")
    .innerJoin("round as r", "r.id", "p.round_id")
    .where("g.person_id", "=", actor.personId)
    .where("g.state", "in", ["placed", "completed"])
    .where("q.answered_at", "is", null)
    .where("p.state", "<>", "dropped")
    .groupBy(["p.id", "r.id"])
    .orderBy((eb) => eb.fn.max("q.asked_at"))
    .select(["p.id", "p.title as proposal", "r.slug", "r.title"])
    .execute();
}
