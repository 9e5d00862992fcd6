import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstDayOf, nearestSameWeekday, proposedFirstDay, shiftedDay } from "#features/circles/round/date-shift.ts";
import { schoolBreakOn } from "#features/circles/round/school-breaks.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 4_000 }).map((days) => day("2024-01-01").add({ days }));

test("all days are moved by as much, so the pauses stay, and the weekdays when the first day keeps its own (R001)", () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, fc.integer({ min: -100, max: 100 }), (from, one, other, weeks) => {
      const to = from.add({ weeks });
      const [a, b] = [shiftedDay(one, { from, to })!, shiftedDay(other, { from, to })!];
      expect(a.until(b).days).toBe(one.until(other).days);
      expect([a.dayOfWeek, b.dayOfWeek]).toEqual([one.dayOfWeek, other.dayOfWeek]);
    }),
  );
});

test("another weekday moves every weekday by as much, and a day that was open stays open", () => {
  const shift = { from: day("2026-10-02"), to: day("2027-09-30") };
  expect(shiftedDay(day("2026-10-23"), shift)).toEqual(day("2027-10-21"));
  expect(shiftedDay(null, shift)).toBeNull();
});

test("the first day is the earliest that was not called off", () => {
  const sessions = [
    { date: day("2027-10-22") },
    { date: null },
    { date: day("2027-09-24"), calledOff: true },
    { date: day("2027-10-01") },
  ];
  expect(firstDayOf(sessions)).toEqual(day("2027-10-01"));
  expect(firstDayOf([{ date: null }])).toBeUndefined();
});

test("a year later on the same weekday is proposed, and for an old round the next such day ahead", () => {
  expect(proposedFirstDay(day("2026-10-02"), day("2026-11-22"))).toEqual(day("2027-10-01"));
  fc.assert(
    fc.property(anyDay, anyDay, (earlier, today) => {
      const proposed = proposedFirstDay(earlier, today);
      expect(proposed.dayOfWeek).toBe(earlier.dayOfWeek);
      expect(Temporal.PlainDate.compare(proposed, today)).toBe(1);
    }),
  );
});

test("the nearest same weekday is at most three days off", () => {
  expect(nearestSameWeekday(day("2027-09-30"), day("2026-10-02"))).toEqual(day("2027-10-01"));
  fc.assert(
    fc.property(anyDay, anyDay, (chosen, earlier) => {
      const same = nearestSameWeekday(chosen, earlier);
      expect(same.dayOfWeek).toBe(earlier.dayOfWeek);
      expect(Math.abs(chosen.until(same).days)).toBeLessThanOrEqual(3);
    }),
  );
});

describe("school breaks are said where they usually lie", () => {
  test.each([
    ["2027-11-03", "autumn"],
    ["2026-10-28", "autumn"],
    ["2027-12-22", "christmas"],
    ["2028-01-05", "christmas"],
    ["2028-02-16", "sports"],
    ["2028-03-10", "sports"],
    ["2028-04-12", "easter"],
    ["2028-04-20", "easter"],
    ["2028-06-20", "summer"],
    ["2028-08-10", "summer"],
    ["2027-10-22", undefined],
    ["2028-05-12", undefined],
    ["2028-01-14", undefined],
  ])("%s: %s", (date, expected) => {
    expect(schoolBreakOn(day(date))).toBe(expected);
  });
});
