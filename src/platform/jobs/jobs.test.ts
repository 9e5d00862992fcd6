import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Actor, clockwork, nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Tx } from "#platform/database/database.ts";
import { failedJobs, retryJob } from "#platform/jobs/failed-jobs.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { job } from "#platform/jobs/job.ts";
import { every, handle, type JobHandler, openQueue, startWorker, type Worker } from "#platform/jobs/worker.ts";
import { Refusal } from "#kernel/refusal.ts";
import { statements, testDatabase } from "../../../test/database.ts";
import { jobSurroundings, runJobs, runRecurring } from "../../../test/jobs.ts";

const everywhere = { everywhere: true, organisations: new Set<string>(), things: new Set<string>() };
const administrator: Actor = { ...nobody, via: "session", reach: new Map([["instance:administer", everywhere]]) };
const { db, plainPool } = await testDatabase();

const greet = job("test.greet", z.strictObject({ to: z.string() }), { retries: 1, firstWait: 1, longestWait: 1 });
const leave = (work: (tx: Tx) => Promise<void>) =>
  change(db, clockwork, async (tx) => {
    await work(tx);
    await record(tx, { by: clockwork, what: "test.left", about: "job" });
  });
const waiting = async () =>
  (
    await sql<{
      data: { to: string };
    }>`select data from pgboss.job where name = 'test.greet' and state = 'created'`.execute(db)
  ).rows.map(({ data }) => data.to);

let worker: Worker | undefined;
const start = async (...handlers: JobHandler[]) =>
  (worker = await startWorker(plainPool, jobSurroundings(db), handlers));
async function until(holds: () => boolean | Promise<boolean>) {
  for (const end = Date.now() + 15_000; !(await holds());) {
    if (Date.now() > end) throw new Error("it never happened");
    await pause(50);
  }
}

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await sql`delete from pgboss.job`.execute(db);
});

describe("a job left in a change", () => {
  test("is there when the change is, and gone when the change is rolled back", async () => {
    await leave((tx) => enqueue(tx, greet, { to: "Asta" }));
    await expect(
      leave(async (tx) => {
        await enqueue(tx, greet, { to: "Bo" });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await waiting()).toEqual(["Asta"]);
  });

  test("is one statement once its queue is known to be there", async () => {
    await start(handle(greet, async () => undefined));
    const sent = await statements(() => leave((tx) => enqueue(tx, greet, { to: "Asta" })));
    expect(sent.filter((text) => text.includes("pgboss"))).toHaveLength(1);
  });

  test("cannot be left outside a transaction", async () => {
    await expect(enqueue(db as unknown as Tx, greet, { to: "Asta" })).rejects.toThrow("in the transaction");
  });

  test("holds what its kind says and nothing else", async () => {
    await expect(leave((tx) => enqueue(tx, greet, { to: "Asta", name: "x" } as { to: string }))).rejects.toThrow(
      z.ZodError,
    );
  });

  test("with a key waits once, and can be left again when it has run", async () => {
    const left = () => leave((tx) => enqueue(tx, greet, { to: "Asta" }, { singletonKey: "asta" }));
    await left();
    await left();
    await leave((tx) => enqueue(tx, greet, { to: "Bo" }, { singletonKey: "bo" }));
    expect(await waiting()).toEqual(["Asta", "Bo"]);
    await runJobs(db, [handle(greet, async () => undefined)]);
    await left();
    expect(await waiting()).toEqual(["Asta"]);
  });
});

describe("drained in a test", () => {
  test("jobs are due by the given clock, and those they leave are done too", async () => {
    const said: string[] = [];
    const handler = handle(greet, async ({ to }, context) => {
      said.push(to);
      if (to === "Asta") await context.db.transaction().execute((tx) => enqueue(tx, greet, { to: "Cim" }));
    });
    const day = Temporal.Instant.from("2026-03-01T08:00:00Z");
    await leave(async (tx) => {
      await enqueue(tx, greet, { to: "Asta" });
      await enqueue(tx, greet, { to: "Bo" }, { startAfter: day.add({ hours: 48 }) });
    });
    await runJobs(db, [handler], { now: () => day });
    expect(said).toEqual(["Asta", "Cim"]);
    await runJobs(db, [handler], { now: () => day.add({ hours: 49 }) });
    expect(said).toEqual(["Asta", "Cim", "Bo"]);
  });

  test("a job that fails fails the test", async () => {
    await leave((tx) => enqueue(tx, greet, { to: "Asta" }));
    await expect(runJobs(db, [handle(greet, () => Promise.reject(new Error("broken")))])).rejects.toThrow("broken");
  });

  test("recurring work is done when asked", async () => {
    let times = 0;
    await runRecurring(
      db,
      every("test.tick", "* * * * *", async () => void (times += 1)),
    );
    expect(times).toBe(1);
  });
});

describe("the worker", () => {
  test("does a job soon after its change, with what it needs to know", async () => {
    const said: unknown[] = [];
    await start(
      handle(greet, async (payload, { attempt, config }) => void said.push(payload, attempt, config.baseUrl)),
    );
    await leave((tx) => enqueue(tx, greet, { to: "Asta" }));
    await until(() => said.length > 0);
    expect(said).toEqual([{ to: "Asta" }, 1, "https://cirklar.example.se"]);
    expect(worker?.isWell()).toBe(true);
  });

  test("tries again, then lays the job aside where an administrator sees it and can send it off anew", async () => {
    const attempts: boolean[] = [];
    let broken = true;
    await start(
      handle(greet, async (_payload, { isLastAttempt }) => {
        attempts.push(isLastAttempt);
        if (broken) throw new Error("out of paper");
      }),
    );
    await leave((tx) => enqueue(tx, greet, { to: "Asta" }));
    await until(async () => (await failedJobs(db, administrator)).length > 0);
    expect(attempts).toEqual([false, true]);
    const [failed] = await failedJobs(db, administrator);
    expect(failed).toMatchObject({ name: "test.greet", problem: "out of paper", payload: { to: "Asta" } });

    broken = false;
    await retryJob(db, administrator, failed!.id);
    await until(() => attempts.length === 3);
    expect(await failedJobs(db, administrator)).toEqual([]);
  });

  test("shows failed jobs to administrators only, and retries none that did not fail", async () => {
    await expect(failedJobs(db, nobody)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(retryJob(db, nobody, newId())).rejects.toMatchObject({ kind: "forbidden" });
    await expect(retryJob(db, administrator, newId())).rejects.toMatchObject({ kind: "not_found" });
  });

  test("does not try again what the domain has refused", async () => {
    let attempts = 0;
    await start(
      handle(greet, async () => {
        attempts += 1;
        throw new Refusal("not_found", "platform.link.unknown");
      }),
    );
    await leave((tx) => enqueue(tx, greet, { to: "Asta" }));
    await until(async () => (await failedJobs(db, administrator)).length > 0);
    expect(attempts).toBe(1);
  });

  test("looks after the queue's tables without owning them", async () => {
    const problems: unknown[] = [];
    await start(handle(greet, async () => undefined));
    const queue = openQueue(plainPool).on("error", (problem) => void problems.push(problem));
    await queue.start();
    await queue.supervise();
    await queue.stop({ graceful: false });
    expect(problems).toEqual([]);
  });

  test("keeps the schedules that the handlers say, in Swedish time, and forgets older ones", async () => {
    await start(every("test.old", "0 3 * * *", async () => undefined));
    await worker?.stop();
    await start(
      every("test.morning", "30 7 * * 1", async () => undefined),
      every("test.month_end", "FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=6;BYMINUTE=0", async () => undefined),
    );
    const { rows } = await sql<{
      name: string;
      kind: string;
      zone: string;
    }>`select name, kind, timezone as zone from pgboss.schedule order by name`.execute(db);
    expect(rows).toEqual([
      { name: "test.month_end", kind: "rrule", zone: "Europe/Stockholm" },
      { name: "test.morning", kind: "cron", zone: "Europe/Stockholm" },
    ]);
  });

  test("finishes what is under way before it stops", async () => {
    const begun = Promise.withResolvers<void>();
    let finished = false;
    await start(
      handle(greet, async () => {
        begun.resolve();
        await pause(400);
        finished = true;
      }),
    );
    await leave((tx) => enqueue(tx, greet, { to: "Asta" }));
    await begun.promise;
    await worker?.stop();
    expect(finished).toBe(true);
    expect(
      (await sql<{ state: string }>`select state from pgboss.job where name = 'test.greet'`.execute(db)).rows,
    ).toEqual([{ state: "completed" }]);
  });
});
