import type { CalendarEvent, CalendarPerson } from "#platform/calendar/calendar.ts";
import { swedishTime } from "#platform/calendar/swedish-time.ts";
import { type JoinLinks, noJoinLinks } from "#features/circles/round/join-links/join-links.ts";
import type { RoundState, Session, SessionId } from "#features/circles/round/round.ts";

/** What is known of a round in a calendar. */
export type RoundInCalendar = {
  readonly slug: string;
  readonly title: string;
  readonly themeShort: string | null;
  readonly state: RoundState;
  readonly sessions: readonly Session[];
};

/** Words the entries are filled with, in the reader's language. */
export type CalendarWords = { readonly digital: string; readonly provisional: string; readonly join?: string };

/** The address of a meeting in every calendar: the same for ever, whatever else is changed. */
export function sessionUid(id: SessionId): string {
  return `session-${id}@sammanvagt`;
}

/**
 * The meetings of a round as calendar entries. A meeting without a day has none; one without hours takes the whole
 * day; a provisional one is tentative; what was called off stays, as cancelled, so that calendars take it away. Where a
 * meeting is joined stands only in the entries of those who are given the addresses.
 */
export function calendarEntries(
  round: RoundInCalendar,
  baseUrl: string,
  words: CalendarWords,
  people: { readonly organizer?: CalendarPerson; readonly attendee?: CalendarPerson } = {},
  joinLinks: JoinLinks = noJoinLinks,
): CalendarEvent[] {
  return round.sessions.flatMap((session): CalendarEvent[] => {
    const { date, starts, ends, theme, provisional } = session;
    if (!date) return [];
    const start = starts ? swedishTime(date, starts) : undefined;
    const end = start && ends ? swedishTime(date, ends) : undefined;
    const isOff = session.calledOff || round.state === "cancelled";
    const name = round.themeShort ?? round.title;
    const link = isOff ? undefined : joinLinks.get(session.id);
    const described = [
      provisional && !isOff ? words.provisional : undefined,
      link && `${words.join ?? words.digital}: ${link}`,
    ].filter(Boolean);
    return [
      {
        ...people,
        uid: sessionUid(session.id),
        sequence: session.sequence,
        summary: theme ? `${name}: ${theme}` : round.title,
        description: described.length > 0 ? described.join("\n") : undefined,
        location: session.mode === "digital" ? (link ?? words.digital) : (session.venue ?? undefined),
        url: `${baseUrl}/cirklar/${round.slug}`,
        status: isOff ? "cancelled" : provisional ? "tentative" : "confirmed",
        ...(start ? { start, end } : { date }),
      },
    ];
  });
}
