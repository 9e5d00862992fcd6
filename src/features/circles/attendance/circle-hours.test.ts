import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { leftOfCommitment, plannedTime, timeAt, timeOf } from "#features/circles/attendance/circle-hours.ts";
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

test("what a circle asks for is its meetings, assignments and reading, as far as somebody has said (R111, R116)", () => {
  const round = { hours: 70, sessions: [meeting("09:00", "13:00"), meeting("09:00", "13:00", true)] };
  expect(plannedTime(round, [{ minutes: 90 }, { minutes: null }], [{ minutes: 30 }, { minutes: 45 }])).toEqual({
    commitment: 4_200,
    meetings: { meetings: 1, minutes: 240, unknown: 0 },
    assignments: { minutes: 90, unknown: 1 },
    reading: { minutes: 75, unknown: 0 },
    minutes: 405,
  });
});

test.each([
  { why: "what is not planned", hours: 70, ends: "13:00", work: 60, left: 3_900 },
  { why: "less than nothing when more is planned", hours: 4, ends: "13:00", work: 60, left: -60 },
  { why: "what work without a time is to fit in", hours: 70, ends: "13:00", work: null, left: 3_960 },
  { why: "unknown with the commitment", hours: null, ends: "13:00", work: 60, left: undefined },
  { why: "unknown as long as the time of some meeting is", hours: 70, ends: null, work: 60, left: undefined },
])("what is left of the commitment is $why", ({ hours, ends, work, left }) => {
  const round = { hours, sessions: [meeting("09:00", ends)] };
  expect(leftOfCommitment(plannedTime(round, [{ minutes: work }], []))).toBe(left);
});
