import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { Change } from "#features/knowledge/search/found.ts";

/** A change as it was noted, and the transaction that noted it. */
export type NotedChange = Change & { readonly no: string; readonly writtenIn: bigint };

/** Below which transaction everything is over: what is written later carries a number from here on. */
export async function horizonNow(db: Reader): Promise<bigint> {
  const { rows } = await sql<{ below: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as below`.execute(db);
  return BigInt(rows[0]?.below ?? "0");
}

/**
 * What has been noted by transactions from a horizon on, and where the next question begins: a transaction that is seen
 * late has a number above the oldest that was running then, and is asked for until it is over. Most of what comes again
 * has been seen before; whoever follows remembers that.
 */
export async function changesFrom(
  db: Reader,
  horizon: bigint,
): Promise<{ readonly changes: readonly NotedChange[]; readonly below: bigint }> {
  const { rows } = await sql<{
    below: string;
    no: string | null;
    kind: string;
    id: string;
    writtenIn: string;
  }>`
    with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as below)
    select h.below::text as below, c.id::text as no, c.kind, c.thing_id as id, c.written_in::text as "writtenIn"
    from horizon h left join search_change c on c.written_in >= ${String(horizon)}::xid8
    order by c.id`.execute(db);
  return {
    below: BigInt(rows[0]?.below ?? "0"),
    changes: rows.flatMap(({ no, kind, id, writtenIn }) =>
      no === null ? [] : [{ no, kind, id, writtenIn: BigInt(writtenIn) }],
    ),
  };
}
