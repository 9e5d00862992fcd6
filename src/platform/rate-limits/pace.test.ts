import { expect, test } from "vitest";
import { openPace } from "#platform/rate-limits/pace.ts";

function paced() {
  let now = 0;
  const within = openPace({ times: 10, seconds: 10 }, () => now);
  const times = (caller: string, tries: number) =>
    Array.from({ length: tries }, () => within(caller)).filter(Boolean).length;
  return { times, later: (seconds: number) => (now += seconds * 1_000) };
}

test("whoever goes faster than the pace is stopped, and nobody else is", () => {
  const { times } = paced();
  expect(times("bot", 1_000)).toBe(10);
  expect(times("somebody", 10)).toBe(10);
});

test("the pace comes back with time, and never more of it than there was", () => {
  const { times, later } = paced();
  times("bot", 1_000);
  later(3);
  expect(times("bot", 1_000)).toBe(3);
  later(1_000);
  expect(times("bot", 1_000)).toBe(10);
});

test("going on without rest gives no more than the pace", () => {
  const { times, later } = paced();
  let taken = 0;
  for (let second = 0; second < 60; second += 1) {
    taken += times("bot", 100);
    later(1);
  }
  expect(taken).toBeLessThanOrEqual(10 + 60);
});
