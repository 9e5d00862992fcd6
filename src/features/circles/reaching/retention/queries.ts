import { sql } from "kysely";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/** What was written to many at once about an organisation's rounds, long ago, with whom it was for. */
export const mailingsDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select m.id
  from round_mailing m join round c on c.id = m.round_id
  where c.organisation_id = ${organisationId} and m.written_at < ${before} and exists (select from round_mailing_receiver w where w.mailing_id = m.id)`;

/** Contact persons of an organisation to whom nothing has been sent for long. */
export const contactsDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select d.id
  from dispatch_contact d
  where d.organisation_id = ${organisationId} and d.added_at < ${before} and not exists (
    select from round_mailing_receiver w where w.email = d.email and w.posted_at >= ${before})`;
