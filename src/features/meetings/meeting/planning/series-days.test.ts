import fc from "fast-check";
import { expect, test } from "vitest";
import { mostInSeries, rhythms, seriesDays } from "#features/meetings/meeting/planning/series-days.ts";

const days = (...asked: Parameters<typeof seriesDays>) => seriesDays(...asked).map((day) => day.toString());
const date = (text: string) => Temporal.PlainDate.from(text);

test("the third Thursday comes again on the third Thursday, over the turn of the year (R210)", () => {
  expect(days(date("2027-11-18"), "month", 3)).toEqual(["2027-11-18", "2027-12-16", "2028-01-20"]);
  expect(days(date("2027-11-18"), "quarter", 3)).toEqual(["2027-11-18", "2028-02-17", "2028-05-18"]);
});

test("a fifth day is the last one where a month has four", () => {
  expect(days(date("2027-01-29"), "month", 4)).toEqual(["2027-01-29", "2027-02-26", "2027-03-26", "2027-04-30"]);
});

test("a leap day is a day like others, and a public holiday is not moved", () => {
  expect(days(date("2028-02-29"), "month", 2)).toEqual(["2028-02-29", "2028-03-28"]);
  expect(days(date("2027-11-06"), "month", 3)).toEqual(["2027-11-06", "2027-12-04", "2028-01-01"]);
});

test("always keeps the weekday, goes forward a month or a quarter at a time, and ends", () => {
  const first = fc.integer({ min: 0, max: 20_000 }).map((days) => date("2020-01-01").add({ days }));
  fc.assert(
    fc.property(first, fc.constantFrom(...rhythms), fc.integer({ min: 1, max: 60 }), (begins, every, times) => {
      const found = seriesDays(begins, every, times);
      expect(found).toHaveLength(Math.min(times, mostInSeries));
      expect(found[0]?.toString()).toBe(begins.toString());
      const months = every === "month" ? 1 : 3;
      for (const [at, day] of found.entries()) {
        expect(day.dayOfWeek).toBe(begins.dayOfWeek);
        expect(day.toPlainYearMonth().toString()).toBe(
          begins
            .toPlainYearMonth()
            .add({ months: at * months })
            .toString(),
        );
      }
    }),
  );
});
