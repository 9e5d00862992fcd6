import type { CalendarEvent, CalendarPerson } from "#platform/calendar/calendar.ts";
import { swedishTime } from "#platform/calendar/swedish-time.ts";
import type { MeetingId, MeetingMode, MeetingState } from "#features/meetings/meeting/meeting.ts";

/** What is known of a meeting in a calendar. */
export type MeetingInCalendar = {
  readonly id: MeetingId;
  readonly slug: string;
  readonly title: string;
  readonly day: Temporal.PlainDate | null;
  readonly starts: Temporal.PlainTime | null;
  readonly ends: Temporal.PlainTime | null;
  readonly mode: MeetingMode | null;
  readonly venue: string | null;
  /** Null also for a reader who is not given it. */
  readonly joinLink: string | null;
  readonly state: MeetingState;
  readonly calendarSequence: number;
};

/** Words the entries are filled with, in the reader's language. */
export type CalendarWords = { readonly digital: string; readonly join: string };

/** The address of a meeting in every calendar: the same for ever, whatever else is changed. */
export function meetingUid(id: MeetingId): string {
  return `meeting-${id}@sammanvagt`;
}

/**
 * A meeting as a calendar entry; none without a day. One without hours takes the whole day, and one that is called off
 * stays as cancelled, so that calendars take it away.
 */
export function meetingEntries(
  meeting: MeetingInCalendar,
  baseUrl: string,
  words: CalendarWords,
  people: { readonly organizer?: CalendarPerson; readonly attendee?: CalendarPerson } = {},
): CalendarEvent[] {
  const { id, slug, title, day, starts, ends, mode, venue, state, calendarSequence } = meeting;
  if (!day) return [];
  const start = starts ? swedishTime(day, starts) : undefined;
  const end = start && ends ? swedishTime(day, ends) : undefined;
  const isOff = state === "calledOff";
  const link = isOff ? null : meeting.joinLink;
  return [
    {
      ...people,
      uid: meetingUid(id),
      sequence: calendarSequence,
      summary: title,
      description: link ? `${words.join}: ${link}` : undefined,
      location: venue ?? (mode === "digital" ? (link ?? words.digital) : undefined),
      url: `${baseUrl}/mote/${slug}`,
      status: isOff ? "cancelled" : "confirmed",
      ...(start ? { start, end } : { date: day }),
    },
  ];
}
