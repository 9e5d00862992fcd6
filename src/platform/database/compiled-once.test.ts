import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { compiledOnce } from "#platform/database/compiled-once.ts";

const { db } = await testDatabase();

test("a query that is compiled once is answered for the value it is asked with", async () => {
  let compiled = 0;
  const doubled = compiledOnce((reader, number: number) => {
    compiled += 1;
    return reader.selectNoFrom(sql<number>`${number}::int * 2`.as("doubled")).compile();
  });
  expect(await doubled(db, 2)).toEqual([{ doubled: 4 }]);
  expect(await doubled(db, 21)).toEqual([{ doubled: 42 }]);
  await db.transaction().execute(async (tx) => expect(await doubled(tx, 3)).toEqual([{ doubled: 6 }]));
  expect(compiled).toBe(1);
});

test("a second value in it would be forgotten, and is refused", async () => {
  const sum = compiledOnce((reader, number: number) =>
    reader.selectNoFrom(sql<number>`${number}::int + ${1}::int`.as("sum")).compile(),
  );
  await expect(sum(db, 2)).rejects.toThrow("takes one value");
});
