import type { Translate } from "#kernel/messages.ts";
import { calendarFile, type CalendarMethod } from "#platform/calendar/calendar.ts";
import { MailFacts } from "#platform/mail/mail-parts.tsx";
import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import { meetingsTakenAway } from "#features/circles/registration/mail/mail-moment.ts";
import type { MailContent } from "#features/circles/registration/mail/queries.ts";
import { calendarEntries } from "#features/circles/round/calendar-entries.ts";
import { type JoinLinks, noJoinLinks } from "#features/circles/round/join-links/join-links.ts";
import type { Session } from "#features/circles/round/round.ts";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";

/** When and where one session is, as far as it is known. */
function sessionWords(session: Session, t: Translate): string {
  const { starts, ends, mode, venue, provisional } = session;
  const words = [
    starts ? sayTimes(t.language, starts, ends) : undefined,
    mode === "digital" ? t("registration.session.digital") : (venue ?? t("registration.session.venue_unknown")),
    provisional ? t("registration.session.provisional") : undefined,
  ];
  return words.filter(Boolean).join(", ");
}

function SessionWords({ session, link, t }: { session: Session; link: string | undefined; t: Translate }) {
  const words = sessionWords(session, t);
  return link ? (
    <>
      {words}. <a href={link}>{t("registration.session.join")}</a>
    </>
  ) : (
    <>{words}</>
  );
}

/** The sessions of a round as rows of day and words; what is called off is left out. */
export function MailSessions({
  sessions,
  joinLinks = noJoinLinks,
  today,
  t,
}: {
  sessions: readonly Session[];
  /** Only where the receiver has a place. */
  joinLinks?: JoinLinks;
  today: Temporal.PlainDate;
  t: Translate;
}) {
  const facts = sessions
    .filter((session) => !session.calledOff)
    .map((session) => ({
      name: session.date ? sayDate(t.language, session.date, { today }) : t("registration.session.date_unknown"),
      value: <SessionWords session={session} link={joinLinks.get(session.id)} t={t} />,
    }));
  return facts.length > 0 ? <MailFacts facts={facts} /> : null;
}

type CalendarSurroundings = {
  readonly baseUrl: string;
  readonly stamp: Temporal.Instant;
  readonly t: Translate;
  readonly things?: readonly ChangedThing[] | undefined;
};

/**
 * The calendar file of a mail: the sessions as entries for this one person, or their removal. Where nothing but
 * meetings was called off, it takes those away and leaves the others be.
 */
export function sessionsCalendar(
  all: Omit<MailContent, "name" | "email">,
  attendee: { readonly name: string; readonly email: string },
  wanted: "REQUEST" | "CANCEL",
  { baseUrl, stamp, t, things = [] }: CalendarSurroundings,
) {
  const gone = meetingsTakenAway(things);
  const content = gone ? { ...all, sessions: all.sessions.filter(({ id }) => gone.has(id)) } : all;
  const method = gone ? "CANCEL" : wanted;
  const { replyTo } = content;
  const people = replyTo ? { organizer: { name: replyTo.name, email: replyTo.address }, attendee } : {};
  const words = {
    digital: t("registration.session.digital"),
    provisional: t("registration.session.provisional"),
    join: t("registration.session.join"),
  };
  const events = calendarEntries({ ...content, state: content.roundState }, baseUrl, words, people, content.joinLinks);
  if (events.length === 0) return undefined;
  // An entry for one person needs somebody who sends it; without a contact it is one to open and keep.
  const sent: CalendarMethod = method === "REQUEST" && !replyTo ? "PUBLISH" : method;
  return { method: sent, ics: calendarFile({ name: content.title, method: sent, events, stamp }) };
}
