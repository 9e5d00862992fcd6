import { sql } from "kysely";
import pino from "pino";
import { configFrom } from "../src/config.ts";
import { type Clock, systemClock } from "../src/kernel/clock.ts";
import { languages } from "../src/kernel/messages.ts";
import { Refusal } from "../src/kernel/refusal.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { JobHandler, JobSurroundings } from "../src/platform/jobs/worker.ts";
import type { Mailer } from "../src/platform/mail/mailer.ts";

export type JobsWish = {
  readonly now?: Clock;
  readonly translate?: JobSurroundings["translate"];
  readonly mailer?: Mailer;
  /** By default a job that fails fails the test. "retry" puts it back as the worker would. */
  readonly failures?: "throw" | "retry";
};

/** What jobs can reach in a test. Without catalogues a sentence is its key. */
export function jobSurroundings(
  db: Database,
  { now = systemClock, translate, mailer }: JobsWish = {},
): JobSurroundings {
  const keys = Object.fromEntries(
    languages.map((language) => [language, Object.assign((key: unknown) => String(key), { language })]),
  );
  return {
    db,
    now,
    config: configFrom({ BASE_URL: "https://cirklar.example.se" }),
    translate: translate ?? (keys as JobSurroundings["translate"]),
    mailer,
    log: pino({ level: "silent" }),
  };
}

type Waiting = { id: string; name: string; data: unknown; tries: number; retries: number; wait: number };

/**
 * Does every job that is due by the given clock, and those that they leave in turn, without any waiting. Jobs without
 * a handler stay where they are. Gives the names of the jobs done, in order.
 */
export async function runJobs(db: Database, handlers: readonly JobHandler[], wish: JobsWish = {}): Promise<string[]> {
  const surroundings = jobSurroundings(db, wish);
  const done: string[] = [];
  for (;;) {
    const due = await nextDue(db, handlers, surroundings.now());
    if (!due) return done;
    const handler = handlers.find(({ kind }) => kind.name === due.name)!;
    const isLastAttempt = due.tries >= due.retries;
    try {
      await handler.run(due.data, { ...surroundings, attempt: due.tries + 1, isLastAttempt });
      await sql`update pgboss.job set state = 'completed', completed_on = now() where id = ${due.id}::uuid`.execute(db);
      done.push(due.name);
    } catch (error) {
      if (wish.failures !== "retry") throw error;
      await putBack(db, due, error instanceof Refusal || isLastAttempt, surroundings.now());
    }
  }
}

/** Does what a recurring handler does when its time comes. */
export async function runRecurring(db: Database, handler: JobHandler, wish: JobsWish = {}): Promise<void> {
  await handler.run(null, { ...jobSurroundings(db, wish), attempt: 1, isLastAttempt: true });
}

/** A job left without a time is due at once, whatever day the test stands on. */
async function nextDue(
  db: Database,
  handlers: readonly JobHandler[],
  now: Temporal.Instant,
): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select id, name, data, retry_count as tries, retry_limit as retries, retry_delay as wait
    from pgboss.job
    where name = any(${handlers.map(({ kind }) => kind.name)}) and state in ('created', 'retry')
      and (start_after <= ${now}::timestamptz or (state = 'created' and start_after = created_on))
    order by start_after, created_on limit 1`.execute(db);
  return rows[0];
}

async function putBack(db: Database, job: Waiting, forGood: boolean, now: Temporal.Instant): Promise<void> {
  const later = now.add({ seconds: job.wait * 2 ** job.tries });
  await sql`
    update pgboss.job set retry_count = retry_count + 1, start_after = ${later}::timestamptz,
      state = ${forGood ? "failed" : "retry"}::text::pgboss.job_state
    where id = ${job.id}::uuid`.execute(db);
}
