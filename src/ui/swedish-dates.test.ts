import { expect, test } from "vitest";
import {
  isYearObvious,
  sayDate,
  sayDates,
  sayMoment,
  sayMonth,
  sayMonths,
  sayNearDate,
  sayNearness,
  sayTimes,
} from "#ui/swedish-dates.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const month = (text: string) => Temporal.PlainYearMonth.from(text);

test.each([
  { why: "soon", date: "2027-10-01", sv: "fre 1 oktober", en: "Fri 1 October" },
  { why: "over new year, still soon", date: "2028-01-14", sv: "fre 14 januari", en: "Fri 14 January" },
  { why: "more than nine months ahead", date: "2028-10-06", sv: "fre 6 oktober 2028", en: "Fri 6 October 2028" },
  { why: "the same year, but long gone", date: "2027-02-05", sv: "fre 5 februari 2027", en: "Fri 5 February 2027" },
])("a day $why: $sv", ({ date, sv, en }) => {
  const today = day("2027-09-06");
  expect(sayDate("sv", day(date), { today })).toBe(sv);
  expect(sayDate("en", day(date), { today })).toBe(en);
});

test("the year is said when nobody knows what day it is", () => {
  expect(sayDate("sv", day("2027-10-01"))).toBe("fre 1 oktober 2027");
  expect(sayDate("sv", day("2027-10-01"), { weekday: false })).toBe("1 oktober 2027");
});

test("the year is obvious from three months back to nine months ahead", () => {
  const today = day("2027-09-06");
  expect(isYearObvious(day("2027-06-06"), today)).toBe(true);
  expect(isYearObvious(day("2027-06-05"), today)).toBe(false);
  expect(isYearObvious(day("2028-06-06"), today)).toBe(true);
  expect(isYearObvious(day("2028-06-07"), today)).toBe(false);
});

test("days from one to another share what they have in common", () => {
  const today = day("2027-09-06");
  expect(sayDates("sv", day("2027-10-01"), day("2027-10-03"), today)).toBe("1–3 oktober");
  expect(sayDates("sv", day("2027-09-30"), day("2027-10-02"), today)).toBe("30 september – 2 oktober");
  expect(sayDates("sv", day("2027-12-30"), day("2028-01-02"), today)).toBe("30 december 2027 – 2 januari 2028");
  expect(sayDates("sv", day("2027-10-01"), day("2027-10-01"), today)).toBe("1 oktober");
});

test("a month known without its day is said as a month", () => {
  expect(sayMonth("sv", month("2027-12"), day("2027-09-06"))).toBe("december");
  expect(sayMonth("sv", month("2028-12"), day("2027-09-06"))).toBe("december 2028");
  expect(sayMonth("en", month("2027-12"))).toBe("December 2027");
});

test("times are Swedish in Swedish and never guess an end", () => {
  expect(sayTimes("sv", time("09:00"), time("13:00"))).toBe("9.00–13.00");
  expect(sayTimes("en", time("09:00"), time("13:30"))).toBe("09:00–13:30");
  expect(sayTimes("sv", time("09:00"), null)).toBe("9.00");
});

test("a moment is told by the clocks in Sweden, summer and winter", () => {
  const today = day("2027-09-06");
  expect(sayMoment("sv", Temporal.Instant.from("2027-07-01T22:30:00Z"), { today })).toBe("fre 2 juli 0.30");
  expect(sayMoment("sv", Temporal.Instant.from("2027-12-01T22:30:00Z"), { today })).toBe("ons 1 december 23.30");
});

test("what is near is said as people say it", () => {
  const today = day("2027-09-06");
  expect(sayNearness("sv", day("2027-09-07"), today)).toBe("i morgon");
  expect(sayNearness("sv", day("2027-09-11"), today)).toBe("om 5 dagar");
  expect(sayNearness("sv", day("2027-09-03"), today)).toBe("för 3 dagar sedan");
  expect(sayNearness("en", day("2027-09-07"), today)).toBe("tomorrow");
  expect(sayNearDate("sv", day("2027-09-06"), today)).toBe("i dag");
  expect(sayNearDate("sv", day("2027-09-10"), today)).toBe("fre 10 september");
});

test("months are counted in words", () => {
  expect(sayMonths("sv", 4)).toBe("4 månader");
  expect(sayMonths("sv", 1)).toBe("1 månad");
  expect(sayMonths("sv", 36)).toBe("3 år");
  expect(sayMonths("en", 4)).toBe("4 months");
});
