import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { JobKind } from "#platform/jobs/job.ts";

const day = 24 * 3_600;

/** How the queue of a kind behaves, in the job queue's own words. */
export function queueOptions({ patience }: Pick<JobKind<unknown>, "patience">) {
  return {
    retryLimit: patience.retries,
    retryDelay: patience.firstWait,
    retryBackoff: true,
    retryDelayMax: patience.longestWait,
    expireInSeconds: 90,
    retentionSeconds: 30 * day,
    // A job that failed for good is seen by administrators for a month.
    deleteAfterSeconds: 30 * day,
  };
}

const ready = new Set<string>();

/** Makes the queue of a kind if it is not there yet. */
export async function makeQueue(db: Reader, kind: Pick<JobKind<unknown>, "name" | "patience">): Promise<void> {
  const options = JSON.stringify({ policy: "standard", ...queueOptions(kind) });
  await sql`select pgboss.create_queue(${kind.name}, ${options}::jsonb)`.execute(db);
}

/** Called when the queue of a kind is committed, so that this process need not look again. */
export function queueIsReady(name: string): void {
  ready.add(name);
}

export function isQueueReady(name: string): boolean {
  return ready.has(name);
}
