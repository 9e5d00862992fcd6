import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/** Sections that still tell who wrote in them, in an organisation's rounds that have been over for as long as that is kept. */
export const noteWritersDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select n.id
  from session_note_section n join session s on s.id = n.session_id join round c on c.id = s.round_id
  where c.organisation_id = ${organisationId} and coalesce(
    (select max(other.date) from session other where other.round_id = c.id and not other.called_off),
    (c.updated_at at time zone 'Europe/Stockholm')::date) < ${dateIn(before)}
    and (n.saved_by is not null or n.writer_id is not null
      or exists (select from session_note_text t where t.section_id = n.id)
      or exists (select from session_note_contribution b where b.section_id = n.id and b.written_by is not null))`;
