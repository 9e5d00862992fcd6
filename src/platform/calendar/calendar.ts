import { ICalCalendar, ICalCalendarMethod, ICalEventStatus, ICalAttendeeStatus } from "ical-generator";
import { stockholm } from "#kernel/clock.ts";

/** When something is: a moment (its end known or not), or a whole day while the time is still to be decided. */
export type CalendarTime =
  | { readonly start: Temporal.ZonedDateTime; readonly end?: Temporal.ZonedDateTime | undefined }
  | { readonly date: Temporal.PlainDate };

/** Somebody in a calendar file. */
export type CalendarPerson = { readonly name: string; readonly email: string };

/** One entry. The `uid` never changes; `sequence` rises with every change, or calendars keep the old entry. */
export type CalendarEvent = {
  readonly uid: string;
  readonly sequence: number;
  readonly summary: string;
  readonly description?: string | undefined;
  readonly location?: string | undefined;
  readonly url?: string | undefined;
  readonly organizer?: CalendarPerson | undefined;
  readonly attendee?: CalendarPerson | undefined;
  readonly status?: "confirmed" | "tentative" | "cancelled" | undefined;
} & CalendarTime;

/** `PUBLISH` is a feed or a file to open, `REQUEST` an entry for one person, `CANCEL` takes it away again. */
export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

export type CalendarContent = {
  readonly name: string;
  readonly method: CalendarMethod;
  readonly events: readonly CalendarEvent[];
  /** When the content was last changed or sent: DTSTAMP. */
  readonly stamp: Temporal.Instant;
};

const statuses = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
};

/**
 * An iCalendar file (RFC 5545) that Outlook, Google and Apple read alike: times in Swedish time with the rules of
 * summer time included, an all-day entry when no time is set, no end when no end is known.
 */
export function calendarFile({ name, method, events, stamp }: CalendarContent): string {
  // No time zone on the calendar itself: the library would then write DTSTAMP in it, and that must be UTC.
  const calendar = new ICalCalendar({
    name,
    method: ICalCalendarMethod[method],
    prodId: "//Sammanvägt//Cirklar//SV",
    timezone: { name: null, generator: (zone) => (zone === stockholm ? stockholmRules : null) },
  });
  for (const event of events) {
    const made = calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      stamp,
      summary: event.summary,
      description: event.description ?? null,
      location: event.location ?? null,
      url: event.url ?? null,
      organizer: event.organizer ? { name: event.organizer.name, email: event.organizer.email } : null,
      status: statuses[method === "CANCEL" ? "cancelled" : (event.status ?? "confirmed")],
      ...whenOf(event),
    });
    if (event.attendee) {
      made.createAttendee({
        name: event.attendee.name,
        email: event.attendee.email,
        status: ICalAttendeeStatus.ACCEPTED,
        rsvp: false,
      });
    }
  }
  return `${calendar.toString()}\r\n`;
}

function whenOf(time: CalendarTime) {
  if ("date" in time) return { allDay: true, start: time.date, end: time.date.add({ days: 1 }) };
  return {
    timezone: stockholm,
    start: time.start.withTimeZone(stockholm),
    end: time.end?.withTimeZone(stockholm) ?? null,
  };
}

const stockholmRules = `BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE`;
