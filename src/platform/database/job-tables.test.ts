import { PgBoss } from "pg-boss";
import { expect, onTestFinished, test, vi } from "vitest";
import { jobSchema } from "#platform/database/job-tables.ts";
import { testDatabase } from "../../../test/database.ts";

const { plainPool } = await testDatabase();

test("the web's role runs the whole queue without owning its tables: queues, jobs, schedules and upkeep", async () => {
  const problems: unknown[] = [];
  const executeSql = async (text: string, values?: unknown[]) => ({
    rows: [await plainPool.query(text, values)].flat().flatMap(({ rows }) => rows),
  });
  const queue = new PgBoss({
    db: { executeSql },
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    reindex: false,
    clockMonitorIntervalSeconds: 60,
  });
  queue.on("error", (problem) => problems.push(problem));
  await queue.start();
  onTestFinished(() => queue.stop({ graceful: false }));

  await queue.createQueue("mail", { retryLimit: 3, retryBackoff: true });
  const done: unknown[] = [];
  await queue.work<{ to: string }>(
    "mail",
    { pollingIntervalSeconds: 0.5 },
    async ([job]) => void done.push(job?.data.to),
  );
  await queue.send("mail", { to: "asta@example.se" });
  await queue.schedule("mail", "0 4 * * *", { to: "everyone" }, { tz: "Europe/Stockholm" });
  await vi.waitFor(() => expect(done).toEqual(["asta@example.se"]), { timeout: 10_000 });
  await queue.supervise();
  expect(await queue.getSchedules("mail")).toMatchObject([{ cron: "0 4 * * *" }]);
  expect((await queue.detectSchemaDrift()).ok).toBe(true);
  expect(problems).toEqual([]);
});
