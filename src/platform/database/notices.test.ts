import { sql } from "kysely";
import { expect, onTestFinished, test, vi } from "vitest";
import { listen, notify } from "#platform/database/notices.ts";
import { testDatabase } from "../../../test/database.ts";

const { db, ownerDb, address } = await testDatabase();

async function heardOn(channel: string): Promise<(string | undefined)[]> {
  const heard: (string | undefined)[] = [];
  const listening = await listen(address, { [channel]: (payload) => heard.push(payload) });
  onTestFinished(() => listening.close());
  return heard;
}

test("a notice is heard when its transaction is kept, and not when it is given up", async () => {
  const heard = await heardOn("circles");
  await expect(
    db.transaction().execute(async (tx) => {
      await notify(tx, "circles", "given up");
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await db.transaction().execute((tx) => notify(tx, "circles", "kept"));
  await vi.waitFor(() => expect(heard).toEqual(["kept"]));
});

test("a broken connection is made anew, and whoever listens is told that something may have been missed", async () => {
  const heard = await heardOn("circles");
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'sammanvagt listen%'`.execute(
    ownerDb,
  );
  await vi.waitFor(() => expect(heard).toEqual([undefined]), { timeout: 5_000 });
  await notify(db, "circles", "after");
  await vi.waitFor(() => expect(heard).toEqual([undefined, "after"]));
});
