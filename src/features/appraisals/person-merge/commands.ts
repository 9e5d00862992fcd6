import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Memory } from "#platform/remembering/remembered-rows.ts";

/** Columns of ours that simply name the other one afterwards. */
const moved = {
  appraisal: ["decider_id"],
  appraisal_outcome: ["judged_by"],
  appraisal_answer: ["owner_id"],
  appraisal_inquiry: ["asked_by", "answered_by"],
  appraisal_decision: ["decided_by", "outcome_by"],
  introduction: ["responsible_id"],
} as const;

/** Every column of ours that names a person. */
export const personColumns = { ...moved, appraisal_author: ["person_id"] } as const;

/**
 * Gives everything a person has in appraisals to another: the part of the person merge that is ours. An appraisal that
 * both write has one author.
 */
export async function reassignPerson(
  tx: Tx,
  from: PersonId,
  to: PersonId,
  { memory }: { readonly memory: Memory },
): Promise<void> {
  await memory.move(moved, from, to);
  await memory.during([{ table: "appraisal_author", where: sql<SqlBool>`t.person_id = ${from}` }], async () => {
    await sql`
      delete from appraisal_author as t using appraisal_author as kept
      where t.person_id = ${from} and kept.person_id = ${to} and kept.appraisal_id = t.appraisal_id`.execute(tx);
    await sql`update appraisal_author set person_id = ${to} where person_id = ${from}`.execute(tx);
  });
}
