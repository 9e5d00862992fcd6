import { sql } from "kysely";
import type { Eraser, OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { erasedText } from "#features/appraisals/perspective/perspective.ts";
import { appraisalWritersDue, perspectiveTextsDue } from "#features/appraisals/retention/queries.ts";

/**
 * Forgets who wrote, answered, judged and asked in appraisals that are long over, and who was responsible for introducing
 * what came of them. What was weighed and decided, and who decided, stays: it is what the organisation did.
 */
export const eraseAppraisalWriters: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${appraisalWritersDue(time)} for update of a`.execute(tx);
  if (rows.length === 0) return 0;
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  await sql`delete from appraisal_author where appraisal_id = ${these}`.execute(tx);
  await sql`update appraisal_answer set owner_id = null, owner_name = null where appraisal_id = ${these}`.execute(tx);
  // A judgement is somebody's, and this is what is left of who.
  await sql`update appraisal_outcome set judged_by = null, judged_by_name = '–' where appraisal_id = ${these}`.execute(
    tx,
  );
  await sql`update appraisal_inquiry set asked_by = null, answered_by = null where appraisal_id = ${these}`.execute(tx);
  await sql`update appraisal_decision set outcome_by = null where appraisal_id = ${these}`.execute(tx);
  await sql`update introduction set responsible_id = null where appraisal_id = ${these}`.execute(tx);
  return rows.length;
};

/**
 * Forgets what staff and service users wrote about methods in appraisals that are long over: no name stands there, but the
 * words may tell who it was. How many thought what stays, as the decision rests on it.
 */
export const erasePerspectiveTexts: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${perspectiveTextsDue(time)} for update of s`.execute(tx);
  if (rows.length === 0) return 0;
  await sql`update perspective set text = ${erasedText} where id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  return rows.length;
};
