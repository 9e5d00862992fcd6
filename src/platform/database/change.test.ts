import { sql } from "kysely";
import { expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { change } from "#platform/database/change.ts";
import { testDatabase } from "../../../test/database.ts";

const { db } = await testDatabase();

test("a change that writes nothing needs no record", async () => {
  await expect(change(db, nobody, async (tx) => (await sql<{ n: number }>`select 1 as n`.execute(tx)).rows)).resolves.toEqual([{ n: 1 }]);
});
