import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/**
 * The registrations of an organisation's rounds that have been over for as long as they are kept. A round is over on the day of its
 * last session; one that never got a date, when it was last changed.
 */
export const registrationsDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select r.id
  from registration r join round c on c.id = r.round_id
  where r.erased_at is null and c.organisation_id = ${organisationId} and coalesce(
    (select max(s.date) from session s where s.round_id = c.id and not s.called_off),
    (c.updated_at at time zone 'Europe/Stockholm')::date) < ${dateIn(before)}`;

/** Files of applications that were sent to be looked through, when their days are over. */
export const applicationFilesDue: DueRows = ({ now }) =>
  sql`select id from import_file where delete_after <= ${now} and content is not null`;

/** Applications to an organisation's rounds that nobody ever confirmed, some time after they lapsed or were withdrawn. */
export const unconfirmedDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select r.id
  from registration r join round c on c.id = r.round_id
  where c.organisation_id = ${organisationId} and r.confirmed_at is null and r.erased_at is null and r.state in ('lapsed', 'withdrawn')
    and r.state_since < ${before}`;
