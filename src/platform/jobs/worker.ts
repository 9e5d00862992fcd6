import type pg from "pg";
import { type JobWithMetadata, PgBoss } from "pg-boss";
import { z } from "zod";
import type { Config } from "#config.ts";
import { type Clock, stockholm } from "#kernel/clock.ts";
import type { Language, Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Database } from "#platform/database/database.ts";
import { jobSchema, jobStatementsOn } from "#platform/database/job-tables.ts";
import { job, type JobKind } from "#platform/jobs/job.ts";
import { makeQueue, queueIsReady, queueOptions } from "#platform/jobs/job-queue.ts";
import type { Mailer } from "#platform/mail/mailer.ts";
import type { Log } from "#platform/web/log.ts";

/** What every job can reach. */
export type JobSurroundings = {
  readonly db: Database;
  readonly now: Clock;
  readonly config: Config;
  readonly translate: Readonly<Record<Language, Translate>>;
  /** Undefined: no mail server is set, and mail is kept for administrators to read. */
  readonly mailer: Mailer | undefined;
  readonly log: Log;
};

export type JobContext = JobSurroundings & {
  /** 1 the first time. */
  readonly attempt: number;
  /** After this one the job is laid aside. */
  readonly isLastAttempt: boolean;
};

/** A kind of job with the work it stands for. Recurring work has a cron expression, read in Swedish time. */
export type JobHandler = {
  readonly kind: Pick<JobKind<unknown>, "name" | "patience">;
  readonly cron?: string;
  readonly run: (payload: unknown, context: JobContext) => Promise<void>;
};

/**
 * Says what is done for a kind of job. Every job may run twice, so the work asks first whether it is still to be
 * done. A refusal is final: what the domain forbids today it will forbid in an hour.
 */
export function handle<Payload>(
  kind: JobKind<Payload>,
  work: (payload: Payload, context: JobContext) => Promise<void>,
): JobHandler {
  return { kind, run: async (payload, context) => work(kind.schema.parse(payload), context) };
}

/** Work that comes back by the clock: `every("circles.pass_on_offers", "* * * * *", …)`, at most once a minute. */
export function every(name: string, cron: string, work: (context: JobContext) => Promise<void>): JobHandler {
  return { kind: job(name, z.null(), impatient), cron, run: async (_payload, context) => work(context) };
}

/** What comes back by itself need not be tried for long. */
const impatient = { retries: 2, firstWait: 10, longestWait: 60 };

export type Worker = {
  /** Finishes the jobs under way, then stops. */
  readonly stop: (timeout?: number) => Promise<void>;
  readonly isWell: () => boolean;
};

/** How long without a word from the queue before its health is in doubt. */
const silence = 60_000;

/** Starts doing the jobs. `pool` is a plain one, with `Date`, for the queue alone. Any number of processes may. */
export async function startWorker(
  pool: pg.Pool,
  surroundings: JobSurroundings,
  handlers: readonly JobHandler[],
): Promise<Worker> {
  const { db, log } = surroundings;
  const queue = openQueue(pool);
  let failedAt: number | undefined;
  queue.on("error", (error) => {
    failedAt = Date.now();
    log.error({ error: { name: error.name, message: error.message } }, "job queue");
  });
  queue.on("warning", (warning) => log.warn({ warning: warning.message }, "job queue"));

  for (const { kind } of handlers) {
    await makeQueue(db, kind);
    queueIsReady(kind.name);
  }
  await queue.start();
  await settleSchedules(queue, handlers);
  for (const handler of handlers) {
    await queue.updateQueue(handler.kind.name, queueOptions(handler.kind));
    await queue.work(
      handler.kind.name,
      { includeMetadata: true, perJobResults: true, batchSize: 8, burstWhenBatchFull: true, pollingIntervalSeconds: 1 },
      (jobs) => Promise.all(jobs.map((one) => attempted(handler, one, surroundings))),
    );
  }
  return {
    stop: (timeout = 10_000) => queue.stop({ graceful: true, timeout, close: false }),
    isWell: () => failedAt === undefined || Date.now() - failedAt > silence,
  };
}

async function attempted(
  handler: JobHandler,
  { id, data, retryCount, retryLimit }: JobWithMetadata<unknown>,
  surroundings: JobSurroundings,
) {
  const isLastAttempt = retryCount >= retryLimit;
  try {
    await handler.run(data, { ...surroundings, attempt: retryCount + 1, isLastAttempt });
    return { id, status: "completed" as const };
  } catch (error) {
    const final = error instanceof Refusal || error instanceof z.ZodError;
    surroundings.log[final || isLastAttempt ? "error" : "warn"](
      { job: handler.kind.name, id, attempt: retryCount + 1, error: told(error) },
      "job failed",
    );
    // Recurring work is not laid aside: its next time comes by itself.
    if (handler.cron !== undefined && (final || isLastAttempt))
      return { id, status: "completed" as const, output: told(error) };
    return { id, status: final ? ("deadletter" as const) : ("failed" as const), output: told(error) };
  }
}

function told(error: unknown): { name: string; message: string; stack?: string | undefined } {
  return error instanceof Error
    ? { name: error.name, message: error.message, stack: error.stack }
    : { name: "Error", message: String(error) };
}

/** What recurs is what the handlers say, and nothing that an earlier release said. */
async function settleSchedules(queue: PgBoss, handlers: readonly JobHandler[]): Promise<void> {
  const recurring = handlers.filter((handler) => handler.cron !== undefined);
  for (const { name } of await queue.getSchedules()) {
    if (!recurring.some(({ kind }) => kind.name === name)) await queue.unschedule(name);
  }
  for (const { kind, cron } of recurring)
    await queue.schedule(kind.name, cron ?? "", null, { tz: stockholm, missed: "once" });
}

/** The job queue as the web's role may run it. */
export function openQueue(pool: pg.Pool): PgBoss {
  return new PgBoss({
    db: jobStatementsOn(pool),
    schema: jobSchema,
    migrate: false,
    reindex: false,
    monitorVacuum: false,
  });
}
