import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { leftOf, timeAt, timeOf } from "#features/circles/attendance/circle-hours.ts";
import { day, time } from "../../../../test/given-rounds.ts";

const meeting = (starts: string | null, ends: string | null, calledOff = false) => ({
  id: newId<"session">(),
  date: day("2027-10-01"),
  starts: starts === null ? null : time(starts),
  ends: ends === null ? null : time(ends),
  calledOff,
});

test("the time of the meetings is what is known, what is unknown is counted and not guessed (R111, R116)", () => {
  const sessions = [meeting("09:00", "13:00"), meeting("09:00", null), meeting(null, null), meeting("13:15", "15:45")];
  expect(timeOf(sessions)).toEqual({ meetings: 4, minutes: 390, unknown: 2 });
});

test("a meeting that was called off takes no time", () => {
  expect(timeOf([meeting("09:00", "13:00"), meeting("09:00", "13:00", true)])).toEqual({
    meetings: 1,
    minutes: 240,
    unknown: 0,
  });
});

test("somebody's time is that of the meetings they were at", () => {
  const [first, second] = [meeting("09:00", "13:00"), meeting("09:00", "12:00")];
  expect(timeAt([first, second], new Set([second.id]))).toEqual({ meetings: 1, minutes: 180, unknown: 0 });
});

test.each([
  { why: "what the meetings do not take", hours: 70, minutes: 1_200, unknown: 0, left: 3_000 },
  { why: "less than nothing when the meetings take more", hours: 10, minutes: 1_200, unknown: 0, left: -600 },
  { why: "unknown with the commitment", hours: null, minutes: 1_200, unknown: 0, left: undefined },
  { why: "unknown as long as the time of some meeting is", hours: 70, minutes: 1_200, unknown: 1, left: undefined },
])("what is left for assignments and reading is $why", ({ hours, minutes, unknown, left }) => {
  expect(leftOf(hours, { meetings: 5, minutes, unknown })).toBe(left);
});
