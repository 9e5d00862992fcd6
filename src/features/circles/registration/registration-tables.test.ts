import { sql } from "kysely";
import { expect, test } from "vitest";
import { stepNames, steps } from "#features/circles/registration/registration-lifecycle.ts";
import { liveStates, registrationStates, sectors } from "#features/circles/registration/registration.ts";
import { managerWordStates } from "#features/circles/registration/manager/manager-word.ts";
import { outcomes } from "#features/circles/registration/selection/selection-balance.ts";
import { testDatabase } from "../../../../test/database.ts";

const { ownerDb } = await testDatabase();

/** The words a table's check allows a column, as the database itself tells. */
async function allowedIn(table: string, column: string): Promise<string[]> {
  const { rows } = await sql<{ definition: string }>`
    select pg_get_constraintdef(oid) as definition from pg_constraint
    where conrelid = ${table}::regclass and contype = 'c'`.execute(ownerDb);
  const own = rows
    .map(({ definition }) => definition)
    .find((definition) => definition.startsWith(`CHECK ((${column} = ANY`));
  return [...(own ?? "").matchAll(/'([^']+)'::text/g)].map(([, word]) => word!);
}

test.each([
  { table: "registration", column: "state", words: registrationStates },
  { table: "registration", column: "sector", words: sectors },
  { table: "manager_consultation", column: "state", words: managerWordStates },
  { table: "selection_decision", column: "outcome", words: outcomes },
])("the database knows the same words for $table.$column", async ({ table, column, words }) => {
  expect((await allowedIn(table, column)).toSorted()).toEqual([...words].toSorted());
});

test("every step starts and ends in a state the database knows", async () => {
  const known = new Set(await allowedIn("registration", "state"));
  for (const name of stepNames)
    for (const state of [...steps[name].from, steps[name].to]) expect(known).toContain(state);
});

test("the database lets a person have one live application in a round, with live meaning the same as here", async () => {
  const { rows } = await sql<{
    definition: string;
  }>`select pg_get_indexdef('registration_live'::regclass) as definition`.execute(ownerDb);
  const { definition } = rows[0]!;
  expect(definition).toMatch(/^CREATE UNIQUE INDEX/);
  expect([...definition.matchAll(/'([^']+)'::text/g)].map(([, state]) => state!).toSorted()).toEqual(
    [...liveStates].toSorted(),
  );
});
