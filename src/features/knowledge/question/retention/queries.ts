import { sql } from "kysely";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/** Questions of an organisation's people that came to an end so long ago, and still tell who had to do with them. */
export const questionPeopleDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select q.id from knowledge_question q
  where q.organisation_id = ${organisationId} and q.state in ('answered', 'closed')
    and (select max(s.at) from question_step s where s.question_id = q.id) < ${before}
    and (num_nonnulls(q.asked_by, q.taken_by, q.answered_by, q.helped_said) > 0
      or exists (select from question_step s where s.question_id = q.id and s.by_id is not null))`;
