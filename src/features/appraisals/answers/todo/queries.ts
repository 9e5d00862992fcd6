import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Reader } from "#platform/database/database.ts";

/** What is asked in appraisals that somebody writes, and nobody has answered. */
export async function inquiriesToAnswer(db: Reader, actor: Actor) {
  if (!actor.personId) return [];
  return db
    .selectFrom("appraisal as a")
    .innerJoin("appraisal_author as au", "au.appraisal_id", "a.id")
    .innerJoin("appraisal_inquiry as i", "i.appraisal_id", "a.id")
    .where("au.person_id", "=", actor.personId)
    .where("a.state", "in", ["weighing", "proposed"])
    .where("i.answered_at", "is", null)
    .groupBy(["a.id", "a.slug", "a.title"])
    .orderBy((eb) => eb.fn.min("i.asked_at"))
    .limit(5)
    .select(["a.slug", "a.title", sql<number>`count(*)::int`.as("count")])
    .execute();
}

/** What somebody asked that was answered within two weeks, in appraisals that still wait for a decision. */
export async function inquiriesAnswered(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  const since = now.subtract({ hours: 24 * 14 });
  return db
    .selectFrom("appraisal as a")
    .innerJoin("appraisal_inquiry as i", "i.appraisal_id", "a.id")
    .where("i.asked_by", "=", actor.personId)
    .where("a.state", "in", ["weighing", "proposed"])
    .where("i.answered_at", ">=", since)
    .groupBy(["a.id", "a.slug", "a.title"])
    .orderBy((eb) => eb.fn.max("i.answered_at"), "desc")
    .limit(5)
    .select(["a.slug", "a.title", sql<number>`count(*)::int`.as("count")])
    .execute();
}

/** What was to be known by now and is not, in appraisals that somebody writes. */
export async function answersOverdue(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!actor.personId) return [];
  return db
    .selectFrom("appraisal as a")
    .innerJoin("appraisal_author as au", "au.appraisal_id", "a.id")
    .innerJoin("appraisal_answer as w", "w.appraisal_id", "a.id")
    .where("au.person_id", "=", actor.personId)
    .where("a.state", "=", "weighing")
    .where("w.standing", "=", "unknown")
    .where("w.known_by", "<=", dateIn(now))
    .groupBy(["a.id", "a.slug", "a.title"])
    .orderBy((eb) => eb.fn.min("w.known_by"))
    .limit(5)
    .select(["a.slug", "a.title", sql<number>`count(*)::int`.as("count")])
    .execute();
}
