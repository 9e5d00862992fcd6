import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addWorkingDays,
  daysOff,
  easterSunday,
  isSqueezeDay,
  isWorkingDay,
  publicHoliday,
} from "#kernel/swedish-days.ts";

const day = (iso: string) => Temporal.PlainDate.from(iso);
const someDay = fc
  .integer({ min: 0, max: 365 * 60 })
  .map((days) => Temporal.PlainDate.from("1990-01-01").add({ days }));

test.each([
  { year: 2010, easter: "2010-04-04" },
  { year: 2017, easter: "2017-04-16" },
  { year: 2023, easter: "2023-04-09" },
  { year: 2025, easter: "2025-04-20" },
  { year: 2026, easter: "2026-04-05" },
  { year: 2038, easter: "2038-04-25" },
])("Easter $year falls on $easter", ({ year, easter }) => {
  expect(easterSunday(year).toString()).toBe(easter);
});

test.each([
  { date: "2023-04-07", name: "långfredagen" },
  { date: "2017-04-07", name: undefined },
  { date: "2026-04-06", name: "annandag påsk" },
  { date: "2026-05-14", name: "Kristi himmelsfärdsdag" },
  { date: "2026-05-24", name: "pingstdagen" },
  { date: "2026-05-25", name: undefined },
  { date: "2004-05-31", name: "annandag pingst" },
  { date: "2004-06-06", name: undefined },
  { date: "2026-06-06", name: "Sveriges nationaldag" },
  { date: "2026-06-19", name: "midsommarafton" },
  { date: "2026-06-20", name: "midsommardagen" },
  { date: "2026-10-31", name: "alla helgons dag" },
  { date: "2022-11-05", name: "alla helgons dag" },
  { date: "2026-12-24", name: "julafton" },
  { date: "2026-12-31", name: "nyårsafton" },
  { date: "2027-01-06", name: "trettondedag jul" },
  { date: "2026-03-15", name: undefined },
])("$date is $name", ({ date, name }) => {
  expect(publicHoliday(day(date))).toBe(name);
});

test("the eves are free in practice, but no public holidays of the law", () => {
  const eves = [...daysOff(2026)].filter(([, { statutory }]) => !statutory).map(([, { name }]) => name);
  expect(eves).toEqual(["påskafton", "pingstafton", "midsommarafton", "julafton", "nyårsafton"]);
  expect([...daysOff(2026).values()].filter(({ statutory }) => statutory)).toHaveLength(13);
});

test.each([
  { from: "2026-11-20", days: 2, to: "2026-11-24", why: "a weekend lies between" },
  { from: "2026-04-01", days: 2, to: "2026-04-07", why: "Easter lies between" },
  { from: "2026-06-18", days: 1, to: "2026-06-22", why: "Midsummer Eve is free in practice" },
  { from: "2026-12-23", days: 1, to: "2026-12-28", why: "Christmas lies between" },
  { from: "2026-11-21", days: 0, to: "2026-11-21", why: "nothing is added" },
  { from: "2026-11-23", days: -1, to: "2026-11-20", why: "it may go backwards" },
])("$days working days from $from is $to: $why", ({ from, days, to }) => {
  expect(addWorkingDays(day(from), days).toString()).toBe(to);
});

test("working days add up, and the day reached is always one", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (date, a, b) => {
      const reached = addWorkingDays(date, a + b);
      expect(isWorkingDay(reached)).toBe(true);
      expect(reached.toString()).toBe(addWorkingDays(addWorkingDays(date, a), b).toString());
      expect(addWorkingDays(reached, -b).toString()).toBe(addWorkingDays(date, a).toString());
    }),
  );
});

test("no week has more than five working days, and no working day is a holiday", () => {
  fc.assert(
    fc.property(someDay, (date) => {
      const week = Array.from({ length: 7 }, (_, days) => date.add({ days }));
      const working = week.filter(isWorkingDay);
      expect(working.length).toBeLessThanOrEqual(5);
      expect(working.some((each) => publicHoliday(each) !== undefined)).toBe(false);
    }),
  );
});

test("a squeeze day is a working day between two free ones", () => {
  expect(isSqueezeDay(day("2026-05-15"))).toBe(true);
  expect(isSqueezeDay(day("2026-01-05"))).toBe(true);
  expect(isSqueezeDay(day("2026-05-18"))).toBe(false);
  expect(isSqueezeDay(day("2026-05-16"))).toBe(false);
});
