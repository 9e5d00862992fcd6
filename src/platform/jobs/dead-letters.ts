import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import type { JsonValue } from "#platform/database/json.ts";
import { deadLetterQueue } from "#platform/jobs/job-queue.ts";

/** A job that failed for good. */
export type DeadLetter = {
  readonly id: string;
  readonly name: string;
  readonly payload: JsonValue;
  readonly attempts: number;
  readonly problem: string;
  readonly failedAt: Temporal.Instant;
};

/** The jobs that failed for good and wait for an administrator, latest first. */
export async function deadLetters(db: Reader): Promise<DeadLetter[]> {
  const { rows } = await sql<DeadLetter>`
    select id, source_name as name, data as payload, source_retry_count + 1 as attempts,
      coalesce(source_output->>'message', source_output->'value'->>'message', '') as problem, created_on as "failedAt"
    from pgboss.job where name = ${deadLetterQueue} and state = 'created' and source_name is not null
    order by created_on desc, id limit 200`.execute(db);
  return rows;
}

/** Sends a job that failed for good off again, as new. */
export async function retryDeadLetter(tx: Tx, by: Actor, id: string): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    with letter as (
      delete from pgboss.job where name = ${deadLetterQueue} and id = ${id}::uuid and state = 'created' and source_name is not null
      returning source_name, data
    )
    insert into pgboss.job (name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, dead_letter, policy)
    select q.name, letter.data, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.dead_letter, q.policy
    from letter join pgboss.queue q on q.name = letter.source_name
    returning name`.execute(tx);
  if (!rows[0]) throw new Refusal("not_found", "platform.job.unknown");
  await record(tx, { by, what: "platform.job_retried", about: id, after: { job: rows[0].name } });
}
