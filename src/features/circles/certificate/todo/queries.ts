import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { ledBy } from "#features/circles/room/queries.ts";

/** For how long a certificate is news. */
const daysNew = 30;

/** Somebody's own certificates that came not long ago. */
export async function certificatesReady(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  return db
    .selectFrom("registration as g")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where("g.person_id", "=", actor.personId)
    .where("g.state", "=", "completed")
    .where("g.state_since", ">=", now.subtract({ hours: 24 * daysNew }))
    .orderBy("g.state_since")
    .select(["r.slug", "r.title"])
    .execute();
}

/** Rounds that are over and where places are still to be ended, so that certificates can be had. */
export async function placesToSettle(db: Reader, actor: Actor) {
  return db
    .selectFrom("registration as g")
    .innerJoin("round as r", "r.id", "g.round_id")
    .where(ledBy(actor))
    .where("r.state", "=", "completed")
    .where("g.state", "=", "placed")
    .groupBy("r.id")
    .orderBy("r.title")
    .select(["r.slug", "r.title", sql<number>`count(*)::int`.as("count")])
    .execute();
}
