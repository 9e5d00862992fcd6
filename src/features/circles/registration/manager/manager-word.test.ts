import { expect, test } from "vitest";
import {
  isManagerAwaited,
  ManagerAnswer,
  managerWordReads,
} from "#features/circles/registration/manager/manager-word.ts";

test.each([
  { word: undefined, reads: "notAsked", awaited: false },
  { word: { form: "declared", state: "declared", addressKnown: false }, reads: "declared", awaited: false },
  { word: { form: "confirmed", state: "waiting", addressKnown: true }, reads: "waiting", awaited: true },
  { word: { form: "confirmed", state: "question", addressKnown: true }, reads: "question", awaited: true },
  { word: { form: "confirmed", state: "yes", addressKnown: true }, reads: "confirmed", awaited: false },
  { word: { form: "confirmed", state: "yes", addressKnown: false }, reads: "confirmedUnverified", awaited: false },
  { word: { form: "confirmed", state: "no", addressKnown: true }, reads: "refused", awaited: true },
] as const)("a manager's word reads $reads (R115)", ({ word, reads, awaited }) => {
  expect(managerWordReads(word)).toBe(reads);
  expect(isManagerAwaited(word)).toBe(awaited);
});

test("a manager who asks says what", () => {
  expect(ManagerAnswer.safeParse({ answer: "ask" }).success).toBe(false);
  expect(ManagerAnswer.safeParse({ answer: "ask", question: "Går det att dela på platsen?" }).success).toBe(true);
  expect(ManagerAnswer.safeParse({ answer: "maybe" }).success).toBe(false);
});
