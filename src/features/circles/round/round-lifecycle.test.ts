import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { isOver, mayStep, possibleSteps, stepNames, steps } from "#features/circles/round/round-lifecycle.ts";
import { roundStates } from "#features/circles/round/round.ts";

const { ownerDb } = await testDatabase();

test("every state can be reached, and every step leads somewhere else", () => {
  const reached = new Set(Object.values(steps).map(({ to }) => to));
  expect(roundStates.filter((state) => !reached.has(state))).toEqual(["draft"]);
  for (const name of stepNames) expect(steps[name].from).not.toContain(steps[name].to);
});

test("a round is not over before its follow-up (R101)", () => {
  expect(possibleSteps("running")).toEqual(["awaitFollowUp", "complete", "cancel"]);
  expect(isOver("followUpPending")).toBe(false);
  expect(roundStates.filter(isOver)).toEqual(["completed", "cancelled"]);
  expect(mayStep("draft", "start")).toBe(false);
});

test("the database knows the same states", async () => {
  const { rows } = await sql<{ rule: string }>`
    select pg_get_constraintdef(oid) as rule from pg_constraint
    where conrelid = 'round'::regclass and conname = 'round_state_check'`.execute(ownerDb);
  const states = [...(rows[0]?.rule.matchAll(/'([A-Za-z]+)'/g) ?? [])].map(([, state]) => state);
  expect(states).toEqual([...roundStates]);
});
