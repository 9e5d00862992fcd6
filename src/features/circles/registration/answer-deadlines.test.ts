import { expect, test } from "vitest";
import {
  answerBy,
  confirmationDays,
  isOver,
  lastDayToAnswer,
} from "#features/circles/registration/answer-deadlines.ts";

const at = (text: string) => Temporal.ZonedDateTime.from(`${text}[Europe/Stockholm]`).toInstant();

test.each([
  { asked: "2026-11-23T09:00", lastDay: "2026-11-25", why: "a Monday gives Tuesday and Wednesday" },
  { asked: "2026-11-27T23:59", lastDay: "2026-12-01", why: "a Friday evening gives Monday and Tuesday" },
  { asked: "2026-11-28T12:00", lastDay: "2026-12-01", why: "a Saturday gives the same as the Friday" },
  { asked: "2026-12-23T12:00", lastDay: "2026-12-29", why: "Christmas does not count" },
  { asked: "2026-12-30T12:00", lastDay: "2027-01-05", why: "neither do New Year's eve and day: Monday and Tuesday" },
  { asked: "2027-03-25T12:00", lastDay: "2027-03-31", why: "Easter, over the change to summer time" },
])("two working days: $why", ({ asked, lastDay }) => {
  const deadline = answerBy(at(asked), confirmationDays);
  expect(lastDayToAnswer(deadline).toString()).toBe(lastDay);
  expect(deadline.toZonedDateTimeISO("Europe/Stockholm").toPlainTime().toString()).toBe("00:00:00");
});

test("an answer is in time until midnight, and not after", () => {
  const deadline = answerBy(at("2026-11-23T09:00"), 2);
  expect(isOver(deadline, at("2026-11-25T23:59:59"))).toBe(false);
  expect(isOver(deadline, at("2026-11-26T00:00"))).toBe(true);
});
