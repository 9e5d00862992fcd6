import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/**
 * Versions of an organisation's texts that have been out of use so long, and still tell who wrote, published, reviewed or
 * asked for a review: replaced by one that was published so long ago, or of a text that was retired then. What stands tells
 * it as long as it stands.
 */
export const knowledgeWritersDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select v.id from knowledge_version v join knowledge_item i on i.id = v.item_id
  where i.organisation_id = ${organisationId}
    and (i.retired_at < ${before} or (v.state = 'replaced' and exists (
      select from knowledge_version later
      where later.item_id = v.item_id and later.version_no > v.version_no and later.published_at < ${before})))
    and (num_nonnulls(v.written_by, v.published_by) > 0
      or exists (select from knowledge_review r
        where r.version_id = v.id and num_nonnulls(r.reviewer_id, r.asked_by) > 0)
      or (i.retired_at is not null and exists (
        select from experience_step s where s.item_id = i.id and s.said_by is not null)))`;

/** Answers so old on whether a text was of use: they say little of the text as it stands. */
export const feedbackDue: DueRows = ({ before }) => sql`
  select f.id from knowledge_feedback f where f.given_on < ${dateIn(before)}::date`;
