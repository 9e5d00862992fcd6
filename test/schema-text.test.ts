import { sql } from "kysely";
import { expect, test } from "vitest";
import { schemaColumns } from "../scripts/schema-columns.ts";
import { schemaText } from "../scripts/schema-text.ts";
import { withOwner } from "../src/platform/database/open.ts";
import { testDatabase } from "./database.ts";

const { ownerDb, ownerAddress } = await testDatabase();

/** The type written for a table with these columns, without its name. */
async function typeOf(columns: string): Promise<string[]> {
  await sql.raw(`create table odd_thing (${columns})`).execute(ownerDb);
  try {
    const text = await withOwner(ownerAddress, async (owner) => schemaText(await schemaColumns(owner)));
    const body = /export type OddThingTable = \{\n(.*?)\n\};/s.exec(text)?.[1] ?? "";
    return body.split("\n").map((line) => line.trim());
  } finally {
    await sql`drop table odd_thing`.execute(ownerDb);
  }
}

test.each([
  { column: "at timestamptz not null", type: "at: Temporal.Instant;" },
  { column: "on_day date", type: "on_day: Temporal.PlainDate | null;" },
  { column: "starts time not null default '09:00'", type: "starts: Generated<Temporal.PlainTime>;" },
  { column: "n bigint generated always as identity", type: "n: GeneratedAlways<number>;" },
  { column: "size numeric(6, 2) not null", type: "size: number;" },
  { column: "id uuid primary key", type: 'id: Id<"odd_thing">;' },
  { column: "owner uuid references person", type: 'owner: Id<"person"> | null;' },
  { column: "person_id uuid not null", type: 'person_id: Id<"person">;' },
  { column: "other uuid not null", type: "other: string;" },
  { column: "state text not null check (state in ('draft', 'it''s open'))", type: `state: "draft" | "it's open";` },
  { column: "state text check (state is null or state in ('a', 'b'))", type: 'state: "a" | "b" | null;' },
  { column: "state text not null check (state = 'only')", type: 'state: "only";' },
  { column: "state varchar not null check (state in ('a', 'b'))", type: 'state: "a" | "b";' },
  { column: "days text[] not null check (days <@ array['mon', 'tue'])", type: 'days: ("mon" | "tue")[];' },
  { column: "note text not null check (length(note) <= 200)", type: "note: string;" },
  { column: "part integer not null check (part in (1, 2))", type: "part: number;" },
  { column: "body jsonb", type: "body: ColumnType<JsonValue | null, JsonText | null, JsonText | null>;" },
  { column: "body jsonb not null default '{}'", type: "body: ColumnType<JsonValue, JsonText | undefined, JsonText>;" },
])("$column is $type", async ({ column, type }) => {
  expect(await typeOf(column)).toEqual([type]);
});

test("a moment without its zone is refused", async () => {
  await expect(typeOf("at timestamp")).rejects.toThrow(
    "odd_thing.at is a timestamp without time zone, which we do not use.",
  );
});

test("what only the owner may read has no type", async () => {
  const columns = await withOwner(ownerAddress, schemaColumns);
  const tables = new Set(columns.map(({ table }) => table));
  expect(tables).toContain("person");
  expect(tables).not.toContain("platform_secret");
  expect(tables).not.toContain("schema_migration");
});
