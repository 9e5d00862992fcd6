import fc from "fast-check";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import {
  commissionSteps,
  needsReason,
  possibleCommissionSteps,
} from "#features/meetings/commission/commission-lifecycle.ts";
import { commissionStates, matterStates } from "#features/meetings/matter/matter.ts";
import { matterSteps, possibleSteps, reminderOf, reviewDay } from "#features/meetings/matter/matter-lifecycle.ts";

const { ownerDb } = await testDatabase();
const day = (text: string) => Temporal.PlainDate.from(text);
const today = day("2027-03-18");

/** The states that the database lets stand in a table. */
async function statesIn(table: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(oid) as text from pg_constraint
    where conrelid = ${table}::regclass and conname = ${`${table}_state_check`}`.execute(ownerDb);
  return [...(rows[0]?.text ?? "").matchAll(/'([A-Za-z]+)'/gu)].map(([, state]) => state ?? "").toSorted();
}

test("the database knows the same states as the lifecycles", async () => {
  expect(await statesIn("matter")).toEqual(matterStates.toSorted());
  expect(await statesIn("commission")).toEqual(commissionStates.toSorted());
});

test("every state of a matter is come to by a step, save the first, and has a way on", () => {
  const reached = new Set(Object.values(matterSteps).map(({ to }) => to));
  expect(matterStates.filter((state) => !reached.has(state))).toEqual(["raised"]);
  for (const state of matterStates) expect(possibleSteps(state)).not.toEqual([]);
});

test("what has come to an end can only be taken up again", () => {
  expect(possibleSteps("reviewed")).toEqual(["continue"]);
  expect(possibleSteps("dropped")).toEqual(["continue"]);
});

test("every state of a commission is come to by a step, save the first, and only the closed one is an end", () => {
  const reached = new Set(Object.values(commissionSteps).map(({ to }) => to));
  expect(commissionStates.filter((state) => !reached.has(state))).toEqual(["received"]);
  expect(commissionStates.filter((state) => possibleCommissionSteps(state).length === 0)).toEqual(["closed"]);
  expect((["decline", "wait", "accept"] as const).map(needsReason)).toEqual([true, true, false]);
});

test("what is parked without a day is asked about, and what has a day is not (R213)", () => {
  expect(reminderOf(null, today)?.toString()).toBe("2027-06-16");
  expect(reminderOf(day("2027-05-01"), today)).toBeNull();
});

test("a decision never hides what somebody has promised", () => {
  expect(reviewDay(null, [], today)).toBeNull();
  expect(reviewDay(day("2027-04-01"), [{ dueOn: null }], today)?.toString()).toBe("2027-04-01");
  expect(reviewDay(null, [{ dueOn: day("2027-08-01") }, { dueOn: null }], today)?.toString()).toBe("2027-08-01");
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          dueOn: fc.option(
            fc.nat(500).map((days) => today.add({ days })),
            { nil: null },
          ),
        }),
      ),
      (parts) => {
        expect(reviewDay(null, parts, today) === null).toBe(parts.length === 0);
      },
    ),
  );
});
