import { type RawBuilder, sql, type SqlBool } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { moveLinks } from "#platform/links/mailed-link.ts";
import type { Memory } from "#platform/remembering/remembered-rows.ts";
import { feedPurposes } from "#features/meetings/feed/feed-link.ts";

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
  await joinFeeds(tx, from, to, memory);
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
 * Whoever gets the minutes of one meeting under both entries gets them once. What the one that is kept has had stands as it
 * is; what only the other was sent is theirs from now on, in the mail of the same dispatch where both were sent one. What
 * was still to be posted to the other is not told as sent: it comes with the next dispatch.
 */
async function joinReceivers(tx: Tx, from: PersonId, to: PersonId, memory: Memory): Promise<void> {
  const twice = sql`(
    select gone.id as gone, kept.id as kept
    from minutes_receiver gone join minutes_receiver kept on kept.meeting_id = gone.meeting_id
    where gone.person_id = ${from} and kept.person_id = ${to})`;
  const ofGone = (table: string) => ({
    table,
    where: sql<SqlBool>`t.receiver_id in (select gone from ${twice} as pair)`,
  });
  const receivers = { table: "minutes_receiver", where: sql<SqlBool>`t.person_id = ${from}` };
  await memory.during([...[...sent.keys(), "minutes_mail"].map(ofGone), receivers], async () => {
    for (const [table, thing] of sent) await joinSent(tx, twice, table, thing);
    await sql`
      delete from minutes_mail as m using ${twice} as pair
      where m.receiver_id = pair.gone
        and not exists (select from minutes_sent_part x where x.mail_id = m.id)
        and not exists (select from minutes_sent_addition x where x.mail_id = m.id)`.execute(tx);
    await sql`
      update minutes_mail as m set receiver_id = pair.kept from ${twice} as pair
      where m.receiver_id = pair.gone`.execute(tx);
    await sql`delete from minutes_receiver as r using ${twice} as pair where r.id = pair.gone`.execute(tx);
    await sql`update minutes_receiver set person_id = ${to} where person_id = ${from}`.execute(tx);
  });
}

/** What a receiver has been sent, and what each row of it is about. */
const sent = new Map([
  ["minutes_sent_part", "part_id"],
  ["minutes_sent_addition", "addition_id"],
]);

async function joinSent(tx: Tx, twice: RawBuilder<unknown>, table: string, thing: string): Promise<void> {
  const [rows, about] = [sql.table(table), sql.ref(thing)];
  // The mail that the one who is kept was sent at the same time.
  const beside = sql`
    minutes_mail own join minutes_mail other
      on other.dispatch_id = own.dispatch_id and other.receiver_id = pair.kept
    where own.id = t.mail_id`;
  await sql`
    delete from ${rows} as t using ${twice} as pair
    where t.receiver_id = pair.gone and (
      exists (select from ${rows} had where had.receiver_id = pair.kept and had.${about} = t.${about})
      or exists (select from ${beside} and own.posted_at is null and other.posted_at is not null))`.execute(tx);
  await sql`
    update ${rows} as t
    set receiver_id = pair.kept, mail_id = coalesce((select other.id from ${beside}), t.mail_id)
    from ${twice} as pair where t.receiver_id = pair.gone`.execute(tx);
}

/** A secret address of a body that both follow leads to the one feed that is kept: both addresses go on. */
async function joinFeeds(tx: Tx, from: PersonId, to: PersonId, memory: Memory): Promise<void> {
  const { rows: twice } = await sql<{ gone: string; kept: string }>`
    select gone.id as gone, kept.id as kept
    from body_feed gone join body_feed kept on kept.body_id = gone.body_id
    where gone.person_id = ${from} and kept.person_id = ${to}`.execute(tx);
  const purposes = Object.values(feedPurposes);
  const addresses = {
    table: "mailed_link",
    where: sql<SqlBool>`t.purpose = any(${purposes}::text[]) and t.subject = any(${twice.map(({ gone }) => gone)}::text[])`,
  };
  await memory.during([addresses], async () => {
    for (const { gone, kept } of twice) for (const purpose of purposes) await moveLinks(tx, purpose, gone, kept);
  });
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
