import { sql } from "kysely";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/** Devices that came in so long ago: of workshops that nobody closed. */
export const devicesDue: DueRows = ({ before }) => sql`
  select d.id from workshop_device d where d.joined_at < ${before}`;

/** Who led workshops of an organisation that were closed so long ago, or prepared so long ago and never opened. */
export const leadersDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select l.id from workshop_leader l join workshop w on w.id = l.workshop_id
  where w.organisation_id = ${organisationId}
    and coalesce(w.closed_at, case when w.state = 'draft' then w.created_at end) < ${before}`;
