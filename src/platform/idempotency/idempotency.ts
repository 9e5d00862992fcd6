import { AsyncLocalStorage } from "node:async_hooks";
import { sql } from "kysely";
import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import { json } from "#platform/database/json.ts";

/** One write of the API, as its caller named it. */
export type OnceRequest = {
  readonly actorId: string;
  readonly operation: string;
  readonly key: string;
  readonly bodyHash: string;
};

export type Once<T> = { readonly outcome: T; readonly isReplay: boolean };

/** For how long a key is remembered. */
const hoursKept = 24;

/**
 * Does a piece of work once, however often its caller asks under the same key: the second time gives what the first
 * one gave (as JSON has it). The key, the body's hash and the outcome are kept in the work's own transaction, so a
 * failed try leaves nothing and may be repeated.
 *
 * The row is inserted first, so a twin that comes at the same moment waits for it, for a few seconds.
 */
export async function once<T>(tx: Tx, request: OnceRequest, work: () => Promise<T>): Promise<Once<T>> {
  const kept = await enter(tx, request);
  if (kept) {
    if (kept.bodyHash !== request.bodyHash) throw new Refusal("invalid", "platform.idempotency.other_body");
    return { outcome: kept.outcome as T, isReplay: true };
  }
  const outcome = await work();
  await sql`update idempotency_key set response = ${json(outcome ?? null)}::jsonb
    where actor_id = ${request.actorId} and operation = ${request.operation} and key = ${request.key}`.execute(tx);
  return { outcome, isReplay: false };
}

type Kept = { bodyHash: string; outcome: unknown };

async function enter(tx: Tx, { actorId, operation, key, bodyHash }: OnceRequest): Promise<Kept | undefined> {
  await sql`set local lock_timeout = '5s'`.execute(tx);
  try {
    const { rows } = await sql<{ isNew: boolean }>`
      insert into idempotency_key as k (actor_id, operation, key, body_hash) values (${actorId}, ${operation}, ${key}, ${bodyHash})
      on conflict (actor_id, operation, key) do update set body_hash = excluded.body_hash, response = null, created_at = clock_timestamp()
      where k.created_at < clock_timestamp() - ${hoursKept} * interval '1 hour'
      returning true as "isNew"`.execute(tx);
    await sql`set local lock_timeout to default`.execute(tx);
    if (rows[0]) return undefined;
  } catch (error) {
    if ((error as { code?: string }).code === "55P03") throw new Refusal("conflict", "platform.idempotency.running");
    throw error;
  }
  const { rows } = await sql<Kept>`select body_hash as "bodyHash", response as outcome from idempotency_key
    where actor_id = ${actorId} and operation = ${operation} and key = ${key}`.execute(tx);
  return rows[0];
}

const asked = new AsyncLocalStorage<{ request: OnceRequest | undefined }>();

/**
 * For the API's door: the next change begun inside `work` is done once under the request's key. Without a request the
 * work is simply done.
 */
export function idempotently<T>(request: OnceRequest | undefined, work: () => Promise<T>): Promise<T> {
  return request ? asked.run({ request }, work) : work();
}

/** For `change`: does its work, once when the caller asked for that. */
export async function onceIfAsked<T>(tx: Tx, work: () => Promise<T>): Promise<Once<T>> {
  const asking = asked.getStore();
  const request = asking?.request;
  if (!asking || !request) return { outcome: await work(), isReplay: false };
  // A request stands for one change: the first. A change given up by the database is begun again with it.
  asking.request = undefined;
  try {
    return await once(tx, request, work);
  } catch (error) {
    asking.request = request;
    throw error;
  }
}
