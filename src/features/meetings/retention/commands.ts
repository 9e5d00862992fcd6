import { sql } from "kysely";
import { affected, type Eraser, type OrganisationDueTime } from "#platform/erasures/erasures.ts";
import {
  attendanceDue,
  commissionContactsDue,
  minutesReceiversDue,
  minutesWritersDue,
  pastedDue,
} from "#features/meetings/retention/queries.ts";

/**
 * Takes the names out of the lists of those who came. A number is left, the same for the same person in all lists of the
 * meeting, so that rows, persons and municipalities are counted as before. Who said they would come goes too. (R168)
 */
export const eraseAttendance: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${attendanceDue(time)} for update of a`.execute(tx);
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  if (rows.length === 0) return 0;
  // In drawn order: an alphabetical one would tell something of the names.
  await sql`
    with salt as (select gen_random_uuid()::text as salt),
    numbered as (
      select a.id, coalesce((select max(o.number) from attendance_at_meeting o where o.meeting_id = a.meeting_id), 0)
        + dense_rank() over (partition by a.meeting_id order by md5(salt.salt || coalesce(a.person_id::text,
          lower(a.name) || coalesce(a.organisation_id::text, lower(a.organisation_name), '')))) as number
      from attendance_at_meeting a, salt where a.id = ${these})
    update attendance_at_meeting a
    set person_id = null, name = null, substitutes_for = null, number = numbered.number
    from numbered where numbered.id = a.id`.execute(tx);
  await sql`
    delete from meeting_reply
    where meeting_id in (select meeting_id from attendance_at_meeting where id = ${these})`.execute(tx);
  return rows.length;
};

/** Takes away who wrote in minutes that have long been final, and every text that did not come to stand in them. */
export const eraseMinutesWriters: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${minutesWritersDue(time)} for update of i`.execute(tx);
  if (rows.length === 0) return 0;
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  await sql`delete from minutes_other_text where item_id = ${these}`.execute(tx);
  await sql`delete from minutes_hand where item_id = ${these}`.execute(tx);
  await sql`
    update minutes_item set saved_by = null, writer_id = null, writing_until = null, hand = null
    where id = ${these}`.execute(tx);
  return rows.length;
};

/** Takes away the addresses that minutes were sent to. That they were sent, and to how many, stays. */
export const eraseMinutesReceivers: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${minutesReceiversDue(time)} for update of r`.execute(tx);
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  return affected(
    tx,
    sql`update minutes_receiver set email = null, name = null, erased_at = ${time.now},
      removed_at = coalesce(removed_at, ${time.now}) where id = ${these}`,
  );
};

/**
 * Takes away where whoever asked for a commission got their answer, and the name of whoever did it where it was written
 * and not chosen. What was asked, what came of it and which body or organisation asked stay.
 */
export const eraseCommissionContacts: Eraser<OrganisationDueTime> = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${commissionContactsDue(time)} for update of c`.execute(tx);
  const these = sql`any (${rows.map(({ id }) => id)}::uuid[])`;
  return affected(tx, sql`update commission set requester_email = null, owner_name = null where id = ${these}`);
};

/** Throws away pasted notes that nobody has confirmed. */
export const erasePasted: Eraser = (tx, time) =>
  affected(tx, sql`delete from pasted_minutes where id in (${pastedDue(time)})`);
