import { sql } from "kysely";
import type { Tx } from "#platform/database/database.ts";
import { isQueueReady, makeQueue, queueOptions } from "#platform/jobs/job-queue.ts";
import type { JobKind } from "#platform/jobs/job.ts";

export type EnqueueWish = {
  /** Not before this moment. */
  readonly startAfter?: Temporal.Instant;
  /** While a job of the same kind and key waits for its first try, a second one is not added. */
  readonly singletonKey?: string;
};

/**
 * Leaves work to be done after the change, in the change's own transaction: a rolled-back change leaves none.
 *
 * A row in the job queue's table, as its documentation allows: its own `send` shapes every job from JSON in a
 * statement that took half as many transactions a second (see docs/decisions).
 */
export async function enqueue<Payload>(
  tx: Tx,
  kind: JobKind<Payload>,
  payload: Payload,
  wish: EnqueueWish = {},
): Promise<void> {
  const data = JSON.stringify(kind.schema.parse(payload));
  await prepared(tx, kind);
  const { retryLimit, retryDelay, retryDelayMax, expireInSeconds, retentionSeconds, deleteAfterSeconds } =
    queueOptions(kind);
  await sql`
    insert into pgboss.job (name, data, start_after, keep_until, singleton_key, policy, retry_limit, retry_delay,
      retry_backoff, retry_delay_max, expire_seconds, deletion_seconds)
    values (${kind.name}, ${data}, coalesce(${wish.startAfter ?? null}::timestamptz, now()),
      coalesce(${wish.startAfter ?? null}::timestamptz, now()) + ${retentionSeconds} * interval '1 second',
      ${wish.singletonKey ?? null}, ${wish.singletonKey === undefined ? "standard" : "short"}, ${retryLimit}, ${retryDelay},
      true, ${retryDelayMax}, ${expireInSeconds}, ${deleteAfterSeconds})
    on conflict do nothing`.execute(tx);
}

/** Leaves many of a kind at once, with as few statements as may be. */
export async function enqueueAll<Payload>(tx: Tx, kind: JobKind<Payload>, payloads: readonly Payload[]): Promise<void> {
  await prepared(tx, kind);
  const { retryLimit, retryDelay, retryDelayMax, expireInSeconds, retentionSeconds, deleteAfterSeconds } =
    queueOptions(kind);
  for (let from = 0; from < payloads.length; from += most) {
    const part = JSON.stringify(payloads.slice(from, from + most).map((payload) => kind.schema.parse(payload)));
    await sql`
      insert into pgboss.job (name, data, start_after, keep_until, policy, retry_limit, retry_delay, retry_backoff,
        retry_delay_max, expire_seconds, deletion_seconds)
      select ${kind.name}, data, now(), now() + ${retentionSeconds} * interval '1 second', 'standard', ${retryLimit},
        ${retryDelay}, true, ${retryDelayMax}, ${expireInSeconds}, ${deleteAfterSeconds}
      from jsonb_array_elements(${part}::jsonb) as data`.execute(tx);
  }
}

const most = 1_000;

async function prepared(tx: Tx, kind: JobKind<unknown>): Promise<void> {
  if (!tx.isTransaction) throw new Error(`${kind.name} must be left in the transaction of its change`);
  if (!isQueueReady(kind.name)) await makeQueue(tx, kind);
}
