import { sql } from "kysely";
import { expect, test } from "vitest";
import { json } from "#platform/database/json.ts";
import { testDatabase } from "../../../test/database.ts";

const { db, pool, plainPool } = await testDatabase();

/** What comes back when a value is sent as some type. */
const back = async (value: unknown, type: string) => {
  const { rows } = await sql<{ value: unknown }>`select ${value}::${sql.raw(type)} as value`.execute(db);
  return rows[0]?.value;
};

test.each([
  { type: "timestamptz", value: Temporal.Instant.from("2027-03-28T00:59:59.123456Z") },
  { type: "timestamptz", value: Temporal.Instant.from("0999-01-01T00:00:00Z") },
  { type: "date", value: Temporal.PlainDate.from("2028-02-29") },
  { type: "time", value: Temporal.PlainTime.from("09:30") },
  { type: "interval", value: Temporal.Duration.from("P1Y2M3DT4H") },
])("$value goes as a $type and comes back the same", async ({ type, value }) => {
  expect(String(await back(value, type))).toBe(String(value));
});

test("a list of dates is a list of dates", async () => {
  const dates = [Temporal.PlainDate.from("2027-01-27"), Temporal.PlainDate.from("2027-02-17")];
  expect(String(await back(dates, "date[]"))).toBe(String(dates));
});

test("a time with its zone is kept as the moment it was", async () => {
  const noon = Temporal.ZonedDateTime.from("2027-07-01T12:00[Europe/Stockholm]");
  expect(String(await back(noon, "timestamptz"))).toBe("2027-07-01T10:00:00Z");
});

test("unknown stays unknown", async () => {
  expect(await back(null, "date")).toBeNull();
  expect(await back([null, Temporal.PlainDate.from("2027-01-27")], "date[]")).toEqual([
    null,
    Temporal.PlainDate.from("2027-01-27"),
  ]);
});

test("whole numbers are numbers, and one that does not fit is not rounded in silence", async () => {
  expect(await back("9007199254740991", "bigint")).toBe(9_007_199_254_740_991);
  await expect(back("9007199254740992", "bigint")).rejects.toThrow("larger than a number can hold");
  expect(await back("12.50", "numeric")).toBe(12.5);
});

test("JSON goes as JSON, lists too", async () => {
  const value = { at: Temporal.PlainDate.from("2027-01-27"), words: ["å", '"', "{}"] };
  expect(await back(json(value), "jsonb")).toEqual({ at: "2027-01-27", words: ["å", '"', "{}"] });
  expect(await back(json([1, "2", null]), "jsonb")).toEqual([1, "2", null]);
});

test("the session's clock is in UTC, whatever the machine's is", async () => {
  const { rows } = await pool.query("select current_setting('timezone') as zone");
  expect(rows).toEqual([{ zone: "UTC" }]);
});

test("parts that expect Date get Date", async () => {
  const { rows } = await plainPool.query("select '2027-01-27T10:00:00Z'::timestamptz as at");
  expect(rows).toEqual([{ at: new Date("2027-01-27T10:00:00Z") }]);
});

test("a statement that comes back is prepared, but not one that asks for every column: a migration changes its answer", async () => {
  const prepared = await db.connection().execute(async (one) => {
    for (let times = 0; times < 3; times += 1) {
      await sql`select ${times}::int as kept`.execute(one);
      await sql`select * from county where code = ${"01"}`.execute(one);
      await one.selectFrom("county").selectAll("county").where("code", "=", "01").execute();
      await sql`select 1 as without_values`.execute(one);
    }
    await sql`select ${1}::int as once`.execute(one);
    const { rows } = await sql<{ text: string }>`select statement as text from pg_prepared_statements`.execute(one);
    return rows.map(({ text }) => text);
  });
  expect(prepared).toContain("select $1::int as kept");
  expect(prepared.filter((text) => /county|once|without_values/.test(text))).toEqual([]);
});
