import { sql } from "kysely";
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

/** Whether somebody writes, decides on or is responsible for anything where methods are weighed: most people do not. */
export async function hasPartInAppraisals(db: Reader, { personId }: Actor): Promise<boolean> {
  if (!personId) return false;
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from appraisal_author where person_id = ${personId})
      or exists (select from appraisal where decider_id = ${personId})
      or exists (select from appraisal_inquiry where asked_by = ${personId})
      or exists (select from introduction where responsible_id = ${personId}) as has`.execute(db);
  return rows[0]?.has ?? false;
}
