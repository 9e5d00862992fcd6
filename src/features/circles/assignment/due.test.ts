import { expect, test } from "vitest";
import { dueMeeting, dueMoment, isLate, needsNudge, stateOf } from "#features/circles/assignment/due.ts";
import type { SessionId } from "#features/circles/round/round.ts";
import { day, time } from "../../../../test/given-rounds.ts";

const meeting = (id: string, over: { date?: string | null; starts?: string | null; calledOff?: boolean } = {}) => {
  const { date = "2027-10-22", starts = "09:00", calledOff = false } = over;
  return { id: id as SessionId, date: date ? day(date) : null, starts: starts ? time(starts) : null, calledOff };
};
const at = (moment: string) => Temporal.ZonedDateTime.from(`${moment}[Europe/Stockholm]`).toInstant();

test("a meeting that is called off is no deadline: the next one that is held is (R022)", () => {
  const [off, next] = [meeting("off", { calledOff: true }), meeting("next", { date: "2027-11-19" })];
  expect(dueMeeting([meeting("before"), off, next], "off")).toBe(next);
  expect(dueMeeting([off], "off")).toBeUndefined();
  expect(dueMeeting([next], null)).toBeUndefined();
  expect(dueMeeting([next], "gone")).toBeUndefined();
});

test.each([
  ["a minute before it begins", meeting("m"), "2027-10-22T08:59", false],
  ["as it begins", meeting("m"), "2027-10-22T09:00", true],
  ["on the day, when nobody knows the hour", meeting("m", { starts: null }), "2027-10-22T23:59", false],
  ["the day after, when nobody knows the hour", meeting("m", { starts: null }), "2027-10-23T00:00", true],
  ["when nobody knows the day", meeting("m", { date: null }), "2030-01-01T00:00", false],
  ["the morning after clocks went back", meeting("m", { date: "2027-10-31" }), "2027-10-31T08:30", false],
])("what is handed in %s: late %s", (_, due, moment, late) => {
  expect(isLate(due, at(moment))).toBe(late);
});

test("what is due before no meeting is never late", () => {
  expect(dueMoment(undefined)).toBeUndefined();
  expect(isLate(undefined, at("2030-01-01T00:00"))).toBe(false);
});

const now = at("2027-10-01T12:00");

test.each([
  ["nothing", undefined],
  ["draft", { handedInAt: null, late: false, answeredAt: null }],
  ["handedIn", { handedInAt: now, late: false, answeredAt: null }],
  ["late", { handedInAt: now, late: true, answeredAt: null }],
  ["answered", { handedInAt: now, late: true, answeredAt: now }],
] as const)("a text is %s", (state, submission) => {
  expect(stateOf(submission)).toBe(state);
});

test.each([
  ["draft", "2027-10-19T12:00", false],
  ["draft", "2027-10-20T08:00", true],
  ["nothing", "2027-10-22T08:00", true],
  ["nothing", "2027-12-01T08:00", true],
  ["handedIn", "2027-12-01T08:00", false],
  ["late", "2027-12-01T08:00", false],
] as const)("somebody with %s on %s needs a nudge: %s", (state, moment, needed) => {
  expect(needsNudge(state, meeting("m"), at(moment))).toBe(needed);
});

test("nobody is nudged about what has no day", () => {
  expect(needsNudge("nothing", undefined, now)).toBe(false);
  expect(needsNudge("nothing", meeting("m", { date: null }), now)).toBe(false);
});
