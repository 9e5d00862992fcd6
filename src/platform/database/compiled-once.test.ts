import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { compiledOnce } from "#platform/database/compiled-once.ts";

const { db } = await testDatabase();

test("a query that is compiled once is answered for the list it is asked with", async () => {
  let compiled = 0;
  const tenfold = compiledOnce((reader, numbers: readonly number[]) => {
    compiled += 1;
    return reader
      .selectFrom(sql<{ number: number }>`unnest(${numbers}::int[])`.as<"n">(sql`n(number)`))
      .select(sql<number>`number * ${10}::int`.as("tenfold"))
      .compile();
  });
  expect(await tenfold(db, [2, 3])).toEqual([{ tenfold: 20 }, { tenfold: 30 }]);
  expect(await tenfold(db, [7])).toEqual([{ tenfold: 70 }]);
  await db.transaction().execute(async (tx) => expect(await tenfold(tx, [])).toEqual([]));
  expect(compiled).toBe(1);
});

test("a query that holds something made of the list would answer for the first one for ever, and is refused", async () => {
  const first = compiledOnce((reader, numbers: readonly number[]) =>
    reader.selectNoFrom(sql<number>`${numbers[0]}::int`.as("first")).compile(),
  );
  await expect(first(db, [2])).rejects.toThrow("does not hold the list");
});
