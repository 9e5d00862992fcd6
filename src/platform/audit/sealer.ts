import { sql } from "kysely";
import type { Database } from "#platform/database/database.ts";
import { type AuditHead, beginning, sealedBody, sealHash, writtenHead } from "#platform/audit/seal.ts";
import type { Log } from "#platform/web/log.ts";

/** One process seals at a time; the others let it. */
const sealing = 7_303_014_010;
const largestBatch = 10_000;

/**
 * Seals the records that are committed and not yet sealed: chains one hash over all of them to the hash before.
 * Gives the new head, or nothing when there was nothing to seal or another process is at it.
 *
 * A record with a lower number may be committed later than one with a higher. So each seal says which records it
 * covers, and below which transaction nothing can be added any more: there the next search begins. A transaction
 * that is kept open for long delays its own records only. In a restored database the transaction numbers start over;
 * then whatever no seal covers is taken.
 */
export async function sealAudit(db: Database): Promise<AuditHead | undefined> {
  return db.transaction().execute(async (tx) => {
    const { rows: locks } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(${sealing}) as ours`.execute(
      tx,
    );
    if (!locks[0]?.ours) return undefined;
    const { rows } = await sql<AuditHead>`
      with horizon as materialized (select pg_snapshot_xmin(pg_current_snapshot()) as below),
      last as materialized (
        select no, hash, below from audit_seal union all select 0, ${beginning}, '0'::xid8 order by no desc limit 1
      ),
      r as materialized (
        select r.* from audit_record r, last, horizon
        where (r.transaction_id >= last.below or last.below > horizon.below)
          and not exists (select from audit_seal s where s.records @> r.id)
        order by r.id limit ${largestBatch}
      ),
      batch as (
        select range_agg(int8range(r.id, r.id, '[]')) as records, count(*)::integer as record_count, ${sealedBody} as body from r
      )
      insert into audit_seal (no, records, record_count, below, previous_hash, hash)
      select last.no + 1, batch.records, batch.record_count,
        case when batch.record_count < ${largestBatch} then horizon.below else least(last.below, horizon.below) end,
        last.hash, ${sealHash(sql`last.hash`, sql`last.no + 1`, sql`batch.body`)}
      from batch, last, horizon
      where batch.record_count > 0
      returning no, encode(hash, 'hex') as hash`.execute(tx);
    return rows[0];
  });
}

export type Sealer = { readonly stop: () => Promise<void> };

/** Seals once a second for as long as the process lives, and writes every head to the log, outside the database. */
export function startSealer(db: Database, log: Log, pause = 1_000): Sealer {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function seal(): Promise<void> {
    try {
      const head = await sealAudit(db);
      if (head) log.info({ seal: writtenHead(head) }, "audit sealed");
    } catch (error) {
      log.error({ error: { name: (error as Error).name, message: (error as Error).message } }, "audit not sealed");
    }
    if (!stopped) timer = setTimeout(next, pause);
  }
  function next(): void {
    under = seal();
  }
  let under = seal();

  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await under;
      await seal();
    },
  };
}
