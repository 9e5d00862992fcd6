import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { openTogether } from "#platform/together/together.ts";

/** Doubles numbers, and tells which came together. */
function doubling() {
  const rounds: number[][] = [];
  const together = openTogether(async (wishes: readonly number[]) => {
    rounds.push([...wishes]);
    await wait(5);
    if (wishes.includes(13)) throw new Error("not thirteen");
    return wishes.map((wish) => wish * 2);
  });
  return { together, rounds };
}

test("whoever comes alone is done at once, and those who come meanwhile are done together", async () => {
  const { together, rounds } = doubling();
  const outcomes = await Promise.all(Array.from({ length: 250 }, (_, number) => together(`${number}`, number + 100)));
  expect(outcomes).toEqual(Array.from({ length: 250 }, (_, number) => (number + 100) * 2));
  expect(rounds.map(({ length }) => length)).toEqual([1, 100, 100, 49]);
});

test("two wishes of one caller are never done together, and are done in their order", async () => {
  const { together, rounds } = doubling();
  await Promise.all([1, 2, 3].map((wish) => together("the same", wish)));
  expect(rounds).toEqual([[1], [2], [3]]);
});

test("one that cannot be done spoils none of those it came with", async () => {
  const { together } = doubling();
  const outcomes = await Promise.allSettled([1, 12, 13, 14].map((wish) => together(`${wish}`, wish)));
  expect(outcomes.map((one) => (one.status === "fulfilled" ? one.value : String(one.reason)))).toEqual([
    2,
    24,
    "Error: not thirteen",
    28,
  ]);
});
