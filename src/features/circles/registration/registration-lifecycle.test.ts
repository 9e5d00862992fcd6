import { expect, test } from "vitest";
import { canStep, possibleSteps, stepNames, steps } from "#features/circles/registration/registration-lifecycle.ts";
import { liveStates, registrationStates } from "#features/circles/registration/registration.ts";

test("every state but the first can be reached", () => {
  const reached = new Set(stepNames.map((name) => steps[name].to));
  expect(registrationStates.filter((state) => !reached.has(state))).toEqual(["unconfirmed"]);
});

test("what has ended stays ended, except that a denial can be taken back", () => {
  const goesOn = registrationStates.filter((state) => possibleSteps(state).length > 0);
  expect(goesOn.toSorted()).toEqual([...liveStates, "unconfirmed", "ineligible"].toSorted());
});

test("nobody loses a place to the queue: only withdrawal, denial, merging and time end it", () => {
  expect(possibleSteps("placed").toSorted()).toEqual(["complete", "deny", "merge", "miss", "withdraw"]);
});

test("a selection declines those who have applied and nobody else", () => {
  expect(registrationStates.filter((state) => canStep(state, "decline"))).toEqual(["applied"]);
});
