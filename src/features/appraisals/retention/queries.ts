import { sql, type SqlBool } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { erasedText } from "#features/appraisals/perspective/perspective.ts";

/**
 * In SQL: whether the appraisal `a` of an organisation was over so long ago. One that is decided is over when nothing of the
 * decision is waited for any more, and when what was introduced was phased out; one that is withdrawn, when it was begun or
 * last proposed.
 */
const isLongOver = ({ before, organisationId }: OrganisationDueTime) => sql<SqlBool>`
  (a.organisation_id = ${organisationId} and a.state in ('decided', 'withdrawn')
    and greatest(a.created_at, a.proposed_at,
      (select max(d.recorded_at) from appraisal_decision d where d.appraisal_id = a.id)) < ${before}
    and not exists (
      select from appraisal_decision d where d.appraisal_id = a.id
        and greatest(d.expected_by, d.decide_again_on, d.pilot_until, d.outcome_on) >= ${dateIn(before)})
    and not exists (
      select from introduction i
      where i.appraisal_id = a.id and (i.phase <> 'phasedOut' or exists (
        select from introduction_phase p where p.introduction_id = i.id and p.from_day >= ${dateIn(before)}))))`;

/**
 * Appraisals of an organisation that were over so long ago and still tell who wrote, answered, judged or asked in them. Who
 * decided stays with the decision.
 */
export const appraisalWritersDue: DueRows<OrganisationDueTime> = (time) => sql`
  select a.id from appraisal a
  where ${isLongOver(time)}
    and (exists (select from appraisal_author au where au.appraisal_id = a.id)
      or exists (select from appraisal_answer w
        where w.appraisal_id = a.id and num_nonnulls(w.owner_id, w.owner_name) > 0)
      or exists (select from appraisal_outcome o
        where o.appraisal_id = a.id and (o.judged_by is not null or o.judged_by_name <> '–'))
      or exists (select from appraisal_inquiry i
        where i.appraisal_id = a.id and num_nonnulls(i.asked_by, i.answered_by) > 0)
      or exists (select from appraisal_decision d where d.appraisal_id = a.id and d.outcome_by is not null)
      or exists (select from introduction i where i.appraisal_id = a.id and i.responsible_id is not null))`;

/** What was written by a link about a method, in appraisals of an organisation that were over so long ago. */
export const perspectiveTextsDue: DueRows<OrganisationDueTime> = (time) => sql`
  select s.id from perspective s
    join perspective_link l on l.id = s.link_id
    join appraisal a on a.id = l.appraisal_id
  where ${isLongOver(time)} and s.text <> ${erasedText}`;
