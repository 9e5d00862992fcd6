import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows, OrganisationDueTime } from "#platform/erasures/erasures.ts";

/** Whether the meeting `m` of an organisation was so long ago; without a day, when it was written down counts. */
const isLongAgo = ({ before, organisationId }: OrganisationDueTime) => sql`
  m.organisation_id = ${organisationId}
  and coalesce(m.day, (m.created_at at time zone 'Europe/Stockholm')::date) < ${dateIn(before)}`;

/** Rows of the lists of those who came that still tell who it was. */
export const attendanceDue: DueRows<OrganisationDueTime> = (time) => sql`
  select a.id from attendance_at_meeting a join meeting m on m.id = a.meeting_id
  where (a.person_id is not null or a.name is not null) and ${isLongAgo(time)}`;

/** Items that still tell who wrote in them, in minutes that are final. */
export const minutesWritersDue: DueRows<OrganisationDueTime> = (time) => sql`
  select i.id from minutes_item i join minutes_part p on p.id = i.part_id join meeting m on m.id = p.meeting_id
  where p.state = 'final' and ${isLongAgo(time)}
    and (i.saved_by is not null or i.writer_id is not null
      or exists (select from minutes_other_text t where t.item_id = i.id))`;

/** Those who were sent minutes by address. */
export const minutesReceiversDue: DueRows<OrganisationDueTime> = (time) => sql`
  select r.id from minutes_receiver r join meeting m on m.id = r.meeting_id
  where r.email is not null and ${isLongAgo(time)}`;

/** Commissions that were closed or declined so long ago and still tell the address of whoever asked, or a name of who did it. */
export const commissionContactsDue: DueRows<OrganisationDueTime> = ({ before, organisationId }) => sql`
  select c.id from commission c
  where c.organisation_id = ${organisationId} and c.state in ('closed', 'declined') and c.since < ${dateIn(before)}
    and (c.requester_email is not null or c.owner_name is not null)`;

/** Pasted notes that nobody has confirmed, so that no meeting came of them. */
export const pastedDue: DueRows = ({ before }) => sql`
  select t.id from pasted_minutes t where t.meeting_id is null and t.pasted_at < ${before}`;
