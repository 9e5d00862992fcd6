import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnRow, OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/**
 * What is held about somebody where methods are weighed: what they write, are to decide on and have decided, what they
 * answer for, judged, asked and answered, and which introductions they are responsible for.
 */
export async function ownData(db: Reader, { personId }: Whose): Promise<readonly OwnSection[]> {
  const id = sql`${personId ?? null}::uuid`;
  const day = (column: string) => sql`(${sql.ref(column)} at time zone 'Europe/Stockholm')::date`;
  const { rows } = await sql<OwnRow>`
    select a.title as name, a.state, null as about, null as text, ${day("a.created_at")} as "from"
    from appraisal a
    where a.decider_id = ${id}
      or exists (select from appraisal_author au where au.appraisal_id = a.id and au.person_id = ${id})
    union all
    select a.title, null, o.outcome, o.reason, o.judged_on
    from appraisal_outcome o join appraisal a on a.id = o.appraisal_id where o.judged_by = ${id}
    union all
    select a.title, null, q.text, w.text, w.answered_on
    from appraisal_answer w join appraisal a on a.id = w.appraisal_id join checklist_question q on q.id = w.question_id
    where w.owner_id = ${id}
    union all
    select a.title, null, null, i.text, ${day("i.asked_at")}
    from appraisal_inquiry i join appraisal a on a.id = i.appraisal_id where i.asked_by = ${id}
    union all
    select a.title, null, i.text, i.answer, ${day("i.answered_at")}
    from appraisal_inquiry i join appraisal a on a.id = i.appraisal_id where i.answered_by = ${id}
    union all
    select a.title, null, null, d.reason, d.decided_on
    from appraisal_decision d join appraisal a on a.id = d.appraisal_id where d.decided_by = ${id}
    union all
    select a.title, null, null, d.outcome, d.outcome_on
    from appraisal_decision d join appraisal a on a.id = d.appraisal_id where d.outcome_by = ${id}
    union all
    select a.title, null, i.responsible_role, i.training, null
    from introduction i join appraisal a on a.id = i.appraisal_id where i.responsible_id = ${id}
    order by "from"`.execute(db);
  return [{ section: "appraisals", rows }];
}
