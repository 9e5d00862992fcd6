import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/database.ts";
import { hasRows, inOneText, rowsIn, type RowsInText } from "#platform/database/rows-in-text.ts";

const { db } = await testDatabase();

type Person = { readonly name: string; readonly title: string | null; readonly roles: readonly string[] };

async function listed(values: string) {
  const people = inOneText<Person>(
    sql`select name, title, roles from (values ${sql.raw(values)}) as p (name, title, roles) order by name`,
  );
  const { rows } = await sql<{ text: RowsInText<Person> }>`select ${people} as text`.execute(db);
  return rows[0]!.text;
}

test("rows come in one text as they stand in the database, in the order of the query", async () => {
  const text = await listed(`('Åsa "Ö" <b>', null, '["guest"]'::jsonb), (E'Bo\\n\\\\', 'chef', '[]')`);
  expect(rowsIn(text)).toEqual([
    { name: `Bo\n\\`, title: "chef", roles: [] },
    { name: `Åsa "Ö" <b>`, title: null, roles: ["guest"] },
  ]);
  expect(hasRows(text)).toBe(true);
});

test("no rows are a text too", async () => {
  const text = await listed(`('a', 'b', '[]'::jsonb) limit 0`);
  expect(hasRows(text)).toBe(false);
  expect(rowsIn(text)).toEqual([]);
});
