import { sql } from "kysely";
import type { Eraser, OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { questionPeopleDue } from "#features/knowledge/question/retention/queries.ts";

/** Forgets who asked, took, answered and passed on questions that came to an end so long ago. What was asked and answered stays. */
export const eraseQuestionPeople: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${questionPeopleDue(time)} for update of q`.execute(tx);
  if (rows.length === 0) return 0;
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  await sql`
    update knowledge_question set asked_by = null, taken_by = null, answered_by = null, helped_said = null
    where id = ${these}`.execute(tx);
  await sql`update question_step set by_id = null where question_id = ${these}`.execute(tx);
  return rows.length;
};
