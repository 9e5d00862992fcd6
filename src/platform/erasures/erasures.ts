import { type RawBuilder, sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Reader, Tx } from "#platform/database/database.ts";

/** When it is asked what is due: `before` is `now` less the days that something is kept. */
export type DueTime = { readonly now: Temporal.Instant; readonly before: Temporal.Instant };

/** As `DueTime`, of what one organisation holds. */
export type OrganisationDueTime = DueTime & { readonly organisationId: OrganisationId };

/** The rows that are due: counted by the page that tells what comes, and what the command erases. */
export type DueRows<Time extends DueTime = DueTime> = (time: Time) => RawBuilder<unknown>;

/** Erases what is due and gives how much it was. Asked again, it finds nothing. */
export type Eraser<Time extends DueTime = DueTime> = (tx: Tx, time: Time) => Promise<number>;

/** A kind of data that is kept for a time. */
export type Erasable = { readonly due: DueRows; readonly erase: Eraser };

/** The moment from which something that is kept for so many days is due. */
export function dueAt(now: Temporal.Instant, days: number): DueTime {
  return { now, before: now.subtract({ hours: 24 * days }) };
}

/**
 * Erases what is due of one kind, in a change of its own that remembers how many there were and never what; for an
 * organisation, by which of its decisions.
 */
export function eraseDue<Time extends DueTime>(
  db: Database,
  kind: string,
  time: Time,
  erase: Eraser<Time>,
  of?: { readonly organisationId: OrganisationId; readonly decision: object },
): Promise<number> {
  return change(db, clockwork, async (tx) => {
    const erased = await erase(tx, time);
    const organisationId = of?.organisationId;
    await sql`
      insert into erasure (kind, day, organisation_id, erased, last_at)
      values (${kind}, ${dateIn(time.now)}, ${organisationId ?? null}, ${erased}, ${time.now})
      on conflict (kind, day, organisation_id)
      do update set erased = erasure.erased + excluded.erased, last_at = excluded.last_at`.execute(tx);
    const what = { by: clockwork, what: "platform.erased", about: kind, organisationId };
    if (erased > 0) await record(tx, { ...what, after: { erased, ...of?.decision } });
    // That there was nothing to erase is no deed.
    else markRecorded(tx);
    return erased;
  });
}

/** How many rows a statement changed or took away. */
export async function affected(tx: Tx, statement: RawBuilder<unknown>): Promise<number> {
  const { numAffectedRows } = await statement.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** How many rows are due. */
export async function countDue<Time extends DueTime>(db: Reader, rows: DueRows<Time>, time: Time): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from (${rows(time)}) as due`.execute(db);
  return counted[0]?.count ?? 0;
}

/** What has been erased of each kind: the last time it was looked for, and the counts of a number of days back. */
export async function erasedSince(db: Reader, day: Temporal.PlainDate, organisationId?: OrganisationId) {
  return db
    .selectFrom("erasure")
    .where("day", ">=", day)
    .$if(organisationId !== undefined, (qb) => qb.where("organisation_id", "=", organisationId as OrganisationId))
    .groupBy(["kind", "day"])
    .orderBy("day", "desc")
    .orderBy("kind")
    .select(["kind", "day", sql<number>`sum(erased)::int`.as("erased")])
    .select((eb) => eb.fn.max("last_at").as("lastAt"))
    .execute();
}
