import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { JobKind } from "#platform/jobs/job.ts";

/** Where jobs lie that failed for good, until an administrator has looked at them. */
export const deadLetterQueue = "platform.dead_letter";

const day = 24 * 3_600;

/** How the queue of a kind behaves, in the job queue's own words. */
export function queueOptions({ patience }: Pick<JobKind<unknown>, "patience">) {
  return {
    retryLimit: patience.retries,
    retryDelay: patience.firstWait,
    retryBackoff: true,
    retryDelayMax: patience.longestWait,
    expireInSeconds: 300,
    retentionSeconds: 30 * day,
    deleteAfterSeconds: 7 * day,
    deadLetter: deadLetterQueue,
  };
}

const ready = new Set<string>();

/** Makes the queue of a kind, and the one for dead letters, where they are not there yet. Harmless to repeat. */
export async function makeQueue(db: Reader, kind: Pick<JobKind<unknown>, "name" | "patience">): Promise<void> {
  const letters = JSON.stringify({ policy: "standard", retentionSeconds: 90 * day });
  const own = JSON.stringify({ policy: "standard", ...queueOptions(kind) });
  await sql`select pgboss.create_queue(${deadLetterQueue}, ${letters}::jsonb)`.execute(db);
  await sql`select pgboss.create_queue(${kind.name}, ${own}::jsonb)`.execute(db);
}

/** Called when the queue of a kind is committed, so that this process need not look again. */
export function queueIsReady(name: string): void {
  ready.add(name);
}

export function isQueueReady(name: string): boolean {
  return ready.has(name);
}
