import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { type CalendarContent, calendarFile } from "#platform/calendar/calendar.ts";
import { swedishTime } from "#platform/calendar/swedish-time.ts";

const day = (date: string) => Temporal.PlainDate.from(date);
const clock = (time: string) => Temporal.PlainTime.from(time);
const at = (date: string, time: string) => swedishTime(day(date), clock(time))!;
const stamp = Temporal.Instant.from("2026-02-01T10:00:00Z");

const session = {
  uid: "session-1@cirklar.example.se",
  sequence: 0,
  summary: "Träff 1: Våld i nära relationer",
  start: at("2026-03-17", "09:00"),
  end: at("2026-03-17", "11:30"),
} as const;

/** Read by a library that did not write it. */
function read(content: Partial<CalendarContent>) {
  const file = calendarFile({ name: "Cirkeln", method: "PUBLISH", events: [session], stamp, ...content });
  const calendar = new ICAL.Component(ICAL.parse(file) as string[]);
  const zone = calendar.getFirstSubcomponent("vtimezone");
  if (zone) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  return { file, calendar, zone, events, event: events[0]! };
}

describe("a calendar file", () => {
  test("says what, when and where, in Swedish letters", () => {
    const { event, calendar } = read({
      events: [{ ...session, location: "Rådhuset, Ånge", url: "https://cirklar.example.se/c/vald" }],
    });
    expect(event.summary).toBe("Träff 1: Våld i nära relationer");
    expect(event.location).toBe("Rådhuset, Ånge");
    expect(event.uid).toBe("session-1@cirklar.example.se");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(calendar.getFirstPropertyValue("prodid")).toContain("Sammanvägt");
    expect(event.startDate.toString()).toBe("2026-03-17T09:00:00");
    expect(event.startDate.zone.tzid).toBe("Europe/Stockholm");
    expect(event.endDate.toJSDate().toISOString()).toBe("2026-03-17T10:30:00.000Z");
  });

  test("keeps the uid and raises the sequence on a change", () => {
    const first = read({}).event;
    const moved = read({
      events: [{ ...session, sequence: 1, start: at("2026-03-18", "09:00"), end: at("2026-03-18", "11:30") }],
    }).event;
    expect([first.uid, first.sequence]).toEqual([session.uid, 0]);
    expect([moved.uid, moved.sequence]).toEqual([session.uid, 1]);
  });

  test("says when it was written in UTC, whatever the calendar's own zone", () => {
    expect(read({}).file).toContain("DTSTAMP:20260201T100000Z");
  });

  test.each(["PUBLISH", "REQUEST", "CANCEL"] as const)("carries its method %s", (method) => {
    const { calendar, event } = read({ method });
    expect(calendar.getFirstPropertyValue("method")).toBe(method);
    expect(event.component.getFirstPropertyValue("status")).toBe(method === "CANCEL" ? "CANCELLED" : "CONFIRMED");
  });

  test("names who invites and who is invited", () => {
    const { event } = read({
      method: "REQUEST",
      events: [
        {
          ...session,
          organizer: { name: "Asta Ek", email: "asta@example.se" },
          attendee: { name: "Bo Al", email: "bo@example.se" },
        },
      ],
    });
    expect(event.organizer).toBe("mailto:asta@example.se");
    expect(event.attendees.map((one) => one.getFirstValue())).toEqual(["MAILTO:bo@example.se"]);
  });

  test("is a whole day while the time is still to be decided (R111)", () => {
    const { event, zone } = read({ events: [{ uid: "a", sequence: 0, summary: "Träff", date: day("2026-05-12") }] });
    expect(event.startDate.isDate).toBe(true);
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual(["2026-05-12", "2026-05-13"]);
    expect(zone).toBeNull();
  });

  test("has no end when no end is known", () => {
    const { event } = read({ events: [{ uid: "a", sequence: 0, summary: "Träff", start: at("2026-03-17", "09:00") }] });
    expect(event.component.getFirstProperty("dtend")).toBeNull();
  });

  test("folds long lines and keeps text that could be read as more calendar", () => {
    const trick = "Träff\r\nEND:VEVENT\r\nBEGIN:VEVENT; , \\ " + "å".repeat(200);
    const { events, event, file } = read({ events: [{ ...session, summary: trick, description: trick }] });
    expect(events).toHaveLength(1);
    expect(event.description).toContain("END:VEVENT");
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

describe("summer time", () => {
  test.each([
    { why: "the morning summer time begins", date: "2026-03-29", time: "09:00", utc: "2026-03-29T07:00:00.000Z" },
    { why: "the day before", date: "2026-03-28", time: "09:00", utc: "2026-03-28T08:00:00.000Z" },
    { why: "the morning summer time ends", date: "2026-10-25", time: "09:00", utc: "2026-10-25T08:00:00.000Z" },
    { why: "the day before that", date: "2026-10-24", time: "09:00", utc: "2026-10-24T07:00:00.000Z" },
  ])("a session at 09:00 $why is at 09:00 in every reader", ({ date, time, utc }) => {
    const { event } = read({ events: [{ uid: "a", sequence: 0, summary: "Träff", start: at(date, time) }] });
    expect(event.startDate.toJSDate().toISOString()).toBe(utc);
  });

  test("a time that no clock shows is refused, not moved", () => {
    expect(swedishTime(day("2026-03-29"), clock("02:30"))).toBeUndefined();
    expect(swedishTime(day("2026-03-29"), clock("02:00"))).toBeUndefined();
    expect(swedishTime(day("2026-03-29"), clock("01:59"))).toBeDefined();
    expect(swedishTime(day("2026-03-29"), clock("03:00"))).toBeDefined();
  });

  test("a time that comes twice means its first coming", () => {
    expect(at("2026-10-25", "02:30").offset).toBe("+02:00");
  });
});
