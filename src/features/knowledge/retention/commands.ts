import { sql } from "kysely";
import type { Eraser, OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { feedbackDue, knowledgeWritersDue } from "#features/knowledge/retention/queries.ts";

/** Forgets who wrote, published and reviewed texts that have been out of use so long. What they say stays. */
export const eraseKnowledgeWriters: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${knowledgeWritersDue(time)} for update of v`.execute(tx);
  if (rows.length === 0) return 0;
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  await sql`update knowledge_version set written_by = null, published_by = null where id = ${these}`.execute(tx);
  await sql`update knowledge_review set reviewer_id = null, asked_by = null where version_id = ${these}`.execute(tx);
  await sql`
    update experience_step set said_by = null
    where item_id in (
      select i.id from knowledge_item i join knowledge_version v on v.item_id = i.id
      where v.id = ${these} and i.retired_at is not null)`.execute(tx);
  return rows.length;
};

/** Erases what somebody answered long ago on whether a text was of use. */
export const eraseFeedback: Eraser = async (tx, time) => {
  const { numAffectedRows = 0n } = await sql`
    delete from knowledge_feedback where id in (${feedbackDue(time)})`.execute(tx);
  return Number(numAffectedRows);
};
