import { expect, test } from "vitest";
import { planTimes } from "#features/circles/session-plan/plan-times.ts";

const time = (text: string) => Temporal.PlainTime.from(text);
const item = (minutes: number | null) => ({ part: null, heading: "Runda", minutes, text: null });
const hours = (minutes: readonly (number | null)[], starts: string | null, ends: string | null) => {
  const { timed, planned, left } = planTimes(minutes.map(item), starts ? time(starts) : null, ends ? time(ends) : null);
  return { at: timed.map(({ at }) => at?.toString({ smallestUnit: "minute" })), planned, left };
};

test.each([
  { why: "each begins where the one before ends", minutes: [20, 40, 60], at: ["09:00", "09:20", "10:00"], left: 0 },
  { why: "a length nobody knows makes the rest unknown", minutes: [20, null, 60], at: ["09:00", "09:20", undefined] },
  { why: "more is planned than there is room for", minutes: [100, 40], at: ["09:00", "10:40"], left: -20 },
  { why: "some of the meeting is not planned", minutes: [30], at: ["09:00"], left: 90 },
])("$why", ({ minutes, at, left }) => {
  expect(hours(minutes, "09:00", "11:00")).toMatchObject({ at, left });
});

test("nothing is guessed where the hour is not known, or runs past midnight", () => {
  expect(hours([20, 40], null, null)).toEqual({ at: [undefined, undefined], planned: 60, left: undefined });
  expect(hours([120, 40], "23:00", "23:30")).toEqual({ at: ["23:00", undefined], planned: 160, left: -130 });
});
