import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarFile } from "#platform/calendar/calendar.ts";
import { calendarEntries, type RoundInCalendar, sessionUid } from "#features/circles/round/calendar-entries.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

const id = "01933b6e-0000-7000-8000-000000000001" as SessionId;
const session: Session = {
  id,
  date: Temporal.PlainDate.from("2026-03-27"),
  starts: Temporal.PlainTime.from("09:00"),
  ends: Temporal.PlainTime.from("13:00"),
  kind: "regular",
  mode: "physical",
  provisional: false,
  venue: "Rum 4",
  catering: null,
  theme: "Framgångsfaktorer",
  audience: null,
  sequence: 2,
  calledOff: false,
};
const round: RoundInCalendar = {
  slug: "tidiga-insatser-2026",
  title: "Tidiga insatser",
  themeShort: "TSI",
  state: "published",
  sessions: [session],
};
const words = { digital: "Digitalt", provisional: "Preliminärt" };

/** The entries as a library reads them that did not write them. */
function read(over: Partial<Session>, state: RoundInCalendar["state"] = "published") {
  const events = calendarEntries(
    { ...round, state, sessions: [{ ...session, ...over }] },
    "https://cirklar.example.se",
    words,
  );
  const file = calendarFile({
    name: round.title,
    method: "PUBLISH",
    events,
    stamp: Temporal.Instant.from("2026-01-01T00:00:00Z"),
  });
  const [event] = new ICAL.Component(ICAL.parse(file) as string[]).getAllSubcomponents("vevent");
  const value = (name: string) => event?.getFirstPropertyValue(name)?.toString();
  return {
    uid: value("uid"),
    start: value("dtstart"),
    end: value("dtend"),
    status: value("status"),
    sequence: value("sequence"),
    place: value("location"),
    says: value("summary"),
  };
}

test("a meeting keeps its address, and tells when, where and what", () => {
  expect(read({})).toEqual({
    uid: sessionUid(id),
    start: "2026-03-27T09:00:00",
    end: "2026-03-27T13:00:00",
    status: "CONFIRMED",
    sequence: "2",
    place: "Rum 4",
    says: "TSI: Framgångsfaktorer",
  });
});

test.each([
  {
    why: "no hours is a whole day (R111)",
    over: { starts: null, ends: null },
    is: { start: "2026-03-27", end: "2026-03-28" },
  },
  { why: "no end is no end", over: { ends: null }, is: { start: "2026-03-27T09:00:00", end: undefined } },
  { why: "provisional is tentative (R109)", over: { provisional: true }, is: { status: "TENTATIVE" } },
  { why: "called off is cancelled", over: { calledOff: true }, is: { status: "CANCELLED" } },
  { why: "digital says so", over: { mode: "digital", venue: null }, is: { place: "Digitalt" } },
  { why: "no day, no entry", over: { date: null }, is: { uid: undefined } },
] as const)("$why", ({ over, is }) => {
  expect(read(over)).toMatchObject(is);
});

test("a cancelled round takes every meeting along", () => {
  expect(read({}, "cancelled")).toMatchObject({ status: "CANCELLED" });
});
