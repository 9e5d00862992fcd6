import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/** Guests and others without a seat who are still named, in an organisation's rounds that have been over for long. */
export const visitorsDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select v.id
  from attendance_visitor v join session s on s.id = v.session_id join round c on c.id = s.round_id
  where c.organisation_id = ${organisationId} and v.name is not null and (
    select max(o.date) from session o where o.round_id = c.id and not o.called_off) < ${dateIn(before)}`;
