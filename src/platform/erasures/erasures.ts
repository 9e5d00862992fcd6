import { type RawBuilder, sql } from "kysely";
import { clockwork } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Reader, Tx } from "#platform/database/database.ts";

/** When it is asked what is due: `before` is `now` less the days that something is kept. */
export type DueTime = { readonly now: Temporal.Instant; readonly before: Temporal.Instant };

/** The rows that are due: counted by the page that tells what comes, and what the command erases. */
export type DueRows = (time: DueTime) => RawBuilder<unknown>;

/** Erases what is due and gives how much it was. Asked again, it finds nothing. */
export type Eraser = (tx: Tx, time: DueTime) => Promise<number>;

/** A kind of data that is kept for a time. */
export type Erasable = { readonly due: DueRows; readonly erase: Eraser };

/** The moment from which something that is kept for so many days is due. */
export function dueAt(now: Temporal.Instant, days: number): DueTime {
  return { now, before: now.subtract({ hours: 24 * days }) };
}

/** Erases what is due of one kind, in a change of its own that remembers how many there were and never what. */
export function eraseDue(db: Database, kind: string, time: DueTime, erase: Eraser): Promise<number> {
  return change(db, clockwork, async (tx) => {
    const erased = await erase(tx, time);
    await sql`
      insert into erasure (kind, day, erased, last_at) values (${kind}, ${dateIn(time.now)}, ${erased}, ${time.now})
      on conflict (kind, day) do update set erased = erasure.erased + excluded.erased, last_at = excluded.last_at`.execute(
      tx,
    );
    if (erased > 0) await record(tx, { by: clockwork, what: "platform.erased", about: kind, after: { erased } });
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
export async function countDue(db: Reader, rows: DueRows, time: DueTime): Promise<number> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::int as count from (${rows(time)}) as due`.execute(db);
  return counted[0]?.count ?? 0;
}

/** What has been erased of each kind: the last time it was looked for, and the counts of a number of days back. */
export async function erasedSince(db: Reader, day: Temporal.PlainDate) {
  return db
    .selectFrom("erasure")
    .where("day", ">=", day)
    .orderBy("day", "desc")
    .orderBy("kind")
    .select(["kind", "day", "erased", "last_at as lastAt"])
    .execute();
}
