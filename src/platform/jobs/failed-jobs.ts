import { sql } from "kysely";
import { type Actor, reaches } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Reader } from "#platform/database/database.ts";
import type { JsonValue } from "#platform/database/json.ts";

/** A job that failed for good: what it was to do, how often it was tried, and why it did not go. */
export type FailedJob = {
  readonly id: string;
  readonly name: string;
  readonly payload: JsonValue;
  readonly attempts: number;
  readonly problem: string;
  readonly failedAt: Temporal.Instant;
};

/** The jobs that failed for good within the last month and wait for an administrator, latest first. */
export async function failedJobs(db: Reader, actor: Actor): Promise<FailedJob[]> {
  mustAdminister(actor);
  const { rows } = await sql<FailedJob>`
    select id, name, data as payload, retry_count + 1 as attempts,
      coalesce(output->>'message', output->'value'->>'message', '') as problem, completed_on as "failedAt"
    from pgboss.job where state = 'failed'
    order by completed_on desc, id limit 200`.execute(db);
  return rows;
}

/** Tries a job that failed for good once more, at once. */
export function retryJob(db: Database, actor: Actor, id: string): Promise<void> {
  return change(db, actor, async (tx) => {
    mustAdminister(actor);
    const { rows } = await sql<{ name: string }>`
      update pgboss.job set state = 'retry', retry_limit = retry_count + 1, start_after = now(), completed_on = null,
        keep_until = now() + interval '7 days'
      where id = ${id}::uuid and state = 'failed'
      returning name`.execute(tx);
    if (!rows[0]) throw new Refusal("not_found", "platform.job.unknown");
    await record(tx, { by: actor, what: "platform.job_retried", about: id, after: { job: rows[0].name } });
  });
}

function mustAdminister(actor: Actor): void {
  if (!reaches(actor, "instance:administer", {})) throw new Refusal("forbidden", "platform.job.not_yours");
}
