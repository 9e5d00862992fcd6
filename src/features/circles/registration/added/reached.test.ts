import { expect, test } from "vitest";
import { momentReached, notYetReached, sameNumber } from "#features/circles/registration/added/reached.ts";

const at = (date: string, time: string) => ({
  reachedDate: Temporal.PlainDate.from(date),
  reachedTime: Temporal.PlainTime.from(time),
});

test.each([
  { why: "winter", when: at("2027-01-15", "09:00"), is: "2027-01-15T08:00:00Z" },
  { why: "summer", when: at("2027-06-15", "09:00"), is: "2027-06-15T07:00:00Z" },
  { why: "the hour that is left out in March", when: at("2026-03-29", "02:30"), is: "2026-03-29T01:30:00Z" },
  { why: "the hour that comes twice in October", when: at("2026-10-25", "02:30"), is: "2026-10-25T00:30:00Z" },
])("$why is a moment in Sweden", ({ when, is }) => {
  expect(momentReached(when).toString()).toBe(is);
});

test("a time to come is said at the day or at the time, whichever is wrong", () => {
  const now = Temporal.Instant.from("2027-06-07T10:00:00Z");
  expect(notYetReached(at("2027-06-07", "12:00"), now)).toEqual([]);
  expect(notYetReached(at("2027-06-07", "12:01"), now)).toMatchObject([{ path: "reachedTime" }]);
  expect(notYetReached(at("2027-06-08", "08:00"), now)).toMatchObject([{ path: "reachedDate" }]);
});

test.each([
  ["070-123 45 67", "+46701234567"],
  ["070-123 45 67", "0046 70 123 45 67"],
  ["(0481) 450 00", "0481-45000"],
])("%s and %s are one number", (one, other) => {
  expect(sameNumber(one)).toBe(sameNumber(other));
});
