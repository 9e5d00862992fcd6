import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { onceIfAsked } from "#platform/idempotency/idempotency.ts";

const attempts = 5;
const underWay = new AsyncLocalStorage<Actor>();
const recorded = new WeakSet<Tx>();

/**
 * Carries out one change for somebody: everything in `work`, or nothing of it.
 *
 * When two changes get in each other's way the database gives one of them up, and it is done again from the start.
 * So `work` makes its ids and times inside, and does nothing that a rollback cannot undo: no mail, no file, no request.
 * A change that wrote something and left no audit row is a bug, caught in development and in tests. One change never
 * begins another: the second would wait for a connection, or for rows that the first has locked.
 */
export async function change<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (underWay.getStore() || db.isTransaction)
    throw new Error("A change may not begin another change: pass the transaction on instead.");
  return underWay.run(actor, async () => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await db.transaction().execute(async (tx) => {
          const { outcome, isReplay } = await onceIfAsked(tx, () => work(tx));
          if (!isReplay && process.env.NODE_ENV !== "production") await mustBeRecorded(tx);
          return outcome;
        });
      } catch (problem) {
        if (attempt === attempts || !isGivenUp(problem)) throw problem;
        await pause(Math.random() * 20 * 2 ** attempt);
      }
    }
  });
}

/** Called by `record`: this transaction has its audit row. */
export function markRecorded(tx: Tx): void {
  recorded.add(tx);
}

async function mustBeRecorded(tx: Tx): Promise<void> {
  if (recorded.has(tx)) return;
  const { rows } = await sql<{ wrote: boolean }>`select pg_current_xact_id_if_assigned() is not null as wrote`.execute(
    tx,
  );
  if (rows[0]?.wrote)
    throw new Error("A change wrote to the database and recorded nothing: end it with record(tx, …).");
}

/** Given up by the database for another's sake (serialization failure, deadlock): right to try again. */
function isGivenUp(problem: unknown): boolean {
  const { code } = problem as { code?: unknown };
  return code === "40001" || code === "40P01";
}
