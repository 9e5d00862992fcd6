import { sql, type SqlBool } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Memory } from "#platform/remembering/remembered-rows.ts";

/** Every column of ours that names a person and simply names the other one afterwards. */
const moved = {
  representation: ["person_id"],
  representation_report: ["written_by"],
  attendance_at_meeting: ["substitutes_for"],
  matter_step: ["told_by"],
  commission: ["owner_person"],
  minutes_part: ["finished_by", "secrecy_checked_by"],
  minutes_item: ["saved_by", "writer_id", "owner_person"],
  minutes_other_text: ["written_by"],
  minutes_addition: ["written_by"],
  minutes_receiver: ["added_by"],
  minutes_dispatch: ["sent_by"],
  minutes_release: ["checked_by"],
  pasted_minutes: ["pasted_by"],
} as const;

/** Rows that say something of a person once for each thing: what both have, the one that is kept goes on having. */
const once = [
  { table: "attendance_at_meeting", thing: ["meeting_id", "body_id"] },
  { table: "meeting_reply", thing: ["meeting_id"] },
  { table: "matter_subscription", thing: ["matter_id"] },
  { table: "minutes_note_taker", thing: ["part_id"] },
  { table: "minutes_adjuster", thing: ["part_id"] },
  { table: "body_feed", thing: ["body_id"] },
] as const;

/** Every column of ours that names a person. */
export const personColumns = {
  ...moved,
  attendance_at_meeting: ["person_id", ...moved.attendance_at_meeting],
  body_seat_holding: ["person_id"],
  meeting_reply: ["person_id"],
  matter_subscription: ["person_id"],
  minutes_note_taker: ["person_id"],
  minutes_adjuster: ["person_id"],
  minutes_receiver: ["person_id", ...moved.minutes_receiver],
  body_feed: ["person_id"],
} as const;

/**
 * Gives everything a person has in networks and councils to another: the part of the person merge that is ours. A seat
 * that both hold is held once, by the ordinary holder; who stood twice in a list stands there once.
 */
export async function reassignPerson(
  tx: Tx,
  from: PersonId,
  to: PersonId,
  { memory, at }: { readonly memory: Memory; readonly at: Temporal.Instant },
): Promise<void> {
  await memory.move(moved, from, to);
  for (const { table, thing } of once) {
    const same = sql.join(
      thing.map((column) => sql`kept.${sql.ref(column)} is not distinct from t.${sql.ref(column)}`),
      sql` and `,
    );
    await memory.during([{ table, where: sql<SqlBool>`t.person_id = ${from}` }], async () => {
      await sql`
        delete from ${sql.table(table)} as t using ${sql.table(table)} as kept
        where t.person_id = ${from} and kept.person_id = ${to} and ${same}`.execute(tx);
      await sql`update ${sql.table(table)} set person_id = ${to} where person_id = ${from}`.execute(tx);
    });
  }
  await joinReceivers(tx, from, to, memory);
  const seats = { table: "body_seat_holding", where: sql<SqlBool>`t.person_id in (${from}, ${to})` };
  await memory.during([seats], () => joinSeats(tx, from, to, at));
}

/**
 * Who was sent the minutes twice, under two entries: what each was sent stays told of the entry it was sent to, and the one
 * that is kept gets what comes.
 */
async function joinReceivers(tx: Tx, from: PersonId, to: PersonId, memory: Memory): Promise<void> {
  await memory.during([{ table: "minutes_receiver", where: sql<SqlBool>`t.person_id = ${from}` }], () =>
    sql`
      update minutes_receiver as t set person_id = ${to}
      where t.person_id = ${from} and not exists (
        select from minutes_receiver kept where kept.meeting_id = t.meeting_id and kept.person_id = ${to})`.execute(tx),
  );
}

/** Of two holdings of one seat that go on, the substitute's ends that day. */
async function joinSeats(tx: Tx, from: PersonId, to: PersonId, at: Temporal.Instant): Promise<void> {
  await sql`
    update body_seat_holding as t set valid_to = greatest(t.valid_from, ${dateIn(at)}::date)
    from body_seat_holding as other
    where t.person_id in (${from}, ${to}) and other.person_id in (${from}, ${to}) and other.id <> t.id
      and t.seat_id = other.seat_id and t.valid_to is null and other.valid_to is null
      and t.is_substitute and (not other.is_substitute or t.person_id = ${from})`.execute(tx);
  await sql`update body_seat_holding set person_id = ${to} where person_id = ${from}`.execute(tx);
}
