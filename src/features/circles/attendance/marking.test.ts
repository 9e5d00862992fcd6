import { describe, expect, test } from "vitest";
import { afterCode, isToday, type Noted, partOfVisitor, unfitMark } from "#features/circles/attendance/marking.ts";
import { day } from "../../../../test/given-rounds.ts";

const date = day("2027-10-01");
const open = { date, calledOff: false };

test.each([
  { why: "on the day", session: open, state: "present", today: "2027-10-01", problem: undefined },
  { why: "afterwards", session: open, state: "absent", today: "2027-11-01", problem: undefined },
  { why: "the day before", session: open, state: "present", today: "2027-09-30", problem: "attendance.not_yet" },
  { why: "before, with notice of absence", session: open, state: "excused", today: "2027-09-01", problem: undefined },
  {
    why: "at a meeting without a day",
    session: { date: null, calledOff: false },
    state: "present",
    today: "2027-10-01",
    problem: "attendance.not_yet",
  },
  {
    why: "at a meeting that was called off",
    session: { date, calledOff: true },
    state: "excused",
    today: "2027-10-01",
    problem: "attendance.called_off",
  },
] as const)("a presence noted $why: $problem", ({ session, state, today, problem }) => {
  expect(unfitMark(session, state, day(today))).toBe(problem);
});

test("a code is shown on the day of the meeting only", () => {
  expect([
    isToday(open, date),
    isToday(open, date.add({ days: 1 })),
    isToday({ date, calledOff: true }, date),
    isToday({ date: null, calledOff: false }, date),
  ]).toEqual([true, false, false, false]);
});

describe("a code shown in the room", () => {
  const leader = (state: Noted["state"]): Noted => ({ state, notedBy: "leader" });
  test.each([
    { before: undefined, after: { state: "digital", notedBy: "code" } },
    { before: leader("absent"), after: { state: "digital", notedBy: "code" } },
    { before: leader("excused"), after: { state: "digital", notedBy: "code" } },
    { before: leader("present"), after: leader("present") },
    { before: { state: "present", notedBy: "code" } as const, after: { state: "digital", notedBy: "code" } },
  ])("makes $before.state $after.state", ({ before, after }) => {
    expect(afterCode(before, "digital")).toEqual(after);
  });
});

test("those who lead or facilitate are noted as such, all others as guests (R007)", () => {
  const leaders = [
    { name: "Siv Alm", part: "leader" },
    { name: "Maja Ek", part: "facilitator" },
  ] as const;
  expect(["siv alm", "Maja Ek", "Rut Forsén"].map((name) => partOfVisitor(name, leaders))).toEqual([
    "leader",
    "facilitator",
    "guest",
  ]);
});
