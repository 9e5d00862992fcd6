import { expect, test } from "vitest";
import { pairSums } from "#features/circles/questionnaire/following.ts";

const kept = (code: string, findsResearch: string | undefined) => ({
  code,
  answers: findsResearch === undefined ? {} : { findsResearch },
});

test("those with one answer each time under the same code are followed, and no others", () => {
  const first = [kept("a", "1"), kept("b", "4"), kept("c", undefined), kept("d", "2"), kept("d", "3"), kept("e", "5")];
  const second = [kept("a", "3"), kept("b", "3"), kept("c", "5"), kept("d", "5"), kept("f", "1")];
  expect(pairSums(first, second).get("findsResearch")).toEqual({ pairs: 2, sum: 1, squares: 5 });
  expect(pairSums(first, second).get("passesOn")).toEqual({ pairs: 0, sum: 0, squares: 0 });
});
