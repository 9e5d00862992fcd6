import { allocationIn } from "./allocation.ts";
import { announcedButMissing, fewerThanAnnounced, severalOffers } from "./announced.ts";
import { capacityIn } from "./capacity.ts";
import { commitmentIn } from "./commitment.ts";
import { commonWeekday } from "./common-weekday.ts";
import { contactsIn } from "./contacts.ts";
import { type RoledDate, roledDates } from "./date-roles.ts";
import { deadlineIn, noticeIn } from "./deadline.ts";
import { eligibilityIn } from "./eligibility.ts";
import { type Doubt, type Found, type Span, within } from "./found.ts";
import { type InvitationText, invitationText, wordsAt } from "./invitation-text.ts";
import type { Invitation, InvitedSession, WarningCode } from "./invitation.ts";
import { leadersIn } from "./leaders.ts";
import { managerConsultationIn } from "./manager-consultation.ts";
import { purposeIn } from "./purpose.ts";
import { registrationLinkIn } from "./registration-link.ts";
import { spelledTwoWays } from "./same-person.ts";
import type { DraftSession } from "./draft-session.ts";
import { sessionsIn } from "./sessions.ts";
import { timesIn } from "./times.ts";
import { themeIn, titleIn } from "./title.ts";
import { type Say, tooLong, warningOf, yearInWords } from "./wording.ts";
import { type Witness, dateOf, lastYearFor, settleYears } from "./years.ts";

/**
 * An invitation beside the text it was read from, so that a person can compare and correct.
 *
 * `readFrom` gives, for every value that was read, the stretch of `text` that says it: "deadline", "capacity",
 * "sessions.0.date", "contacts.1.email". `partialDates` keeps what is known of a session without a date:
 * "--01-27" without its year, "--05" or "2026-05" with its month only.
 */
export type Reading = {
  readonly invitation: Invitation;
  readonly text: string;
  readonly readFrom: Readonly<Record<string, Span>>;
  readonly partialDates: Readonly<Record<string, string>>;
};

/**
 * Reads an invitation and keeps where each value stands. Every value is right or null; every trap is warned about.
 * `today` narrows the years that are thought of; `say` words warnings and reasons.
 */
export function readingOf(
  original: string,
  { today, say }: { today: Temporal.PlainDate | undefined; say: Say },
): Reading {
  const text = invitationText(original);
  const places = new Map<string, Span>();
  const take = <Value>(path: string, found: Found<Value> | undefined): Value | null => {
    if (found) places.set(path, text.text.origin(found.at));
    return found ? found.value : null;
  };

  const times = timesIn(text);
  const dates = roledDates(text, times);
  const title = titleIn(text);
  const { sessions, doubts: sessionDoubts } = sessionsIn(text, dates, times);
  const days = sessions.flatMap(({ day }) => (day ? [day] : []));
  const settled = settleYears(text, withStatedWeekday(text, days), {
    title: title?.at,
    witness: witnessIn(dates),
    today,
  });
  const { deadline, extended, doubts: deadlineDoubts } = deadlineIn(text, dates);
  const { notice, doubts: noticeDoubts } = noticeIn(text, dates);
  const { capacity, doubts: capacityDoubts } = capacityIn(text);
  const { purpose, goal } = purposeIn(text);
  const { hours, cost, funder, materialByPost, doubts: commitmentDoubts } = commitmentIn(text);
  const leaders = leadersIn(text);
  const { contacts, doubts: contactDoubts } = contactsIn(text);
  const people = [...leaders.map(({ name }) => name), ...contacts.flatMap(({ name }) => (name ? [name] : []))];

  const doubts: Doubt<WarningCode>[] = [
    ...(sessions.length === 0 ? [{ code: "no_dates" as const, at: null }] : []),
    ...settled.doubts,
    ...sessionDoubts,
    ...unreadDates(dates),
    ...deadlineDoubts,
    ...noticeDoubts,
    ...capacityDoubts,
    ...commitmentDoubts,
    ...contactDoubts,
    ...announcedButMissing(
      text,
      dates.map(({ at }) => at),
    ),
    ...fewerThanAnnounced(text, sessions.length),
    ...severalOffers(
      text,
      sessions.map(({ at }) => at),
    ),
    ...spelledTwoWays(text, people),
  ];

  const { unreadFrom } = text;
  const dated = datedSessions(sessions, settled.years);
  const invitation: Invitation = {
    kind: "invitation",
    title: take("title", title),
    theme: take("theme", themeIn(text, title)),
    purpose: take("purpose", purpose),
    goal: take("goal", goal),
    sessions: dated.map(({ session, date }, at) => sessionOf(session, date, `sessions.${at}`, take)),
    year: yearInWords(settled, lastYearFor(today), say),
    capacity: take("capacity", capacity),
    allocation: take("allocation", allocationIn(text)),
    noticeDate: take("noticeDate", notice),
    deadline: take("deadline", deadline),
    deadlineExtended: take("deadlineExtended", extended) ?? false,
    managerConsultation: take("managerConsultation", managerConsultationIn(text)),
    hours: take("hours", hours),
    cost: take("cost", cost),
    funder: take("funder", funder),
    materialByPost: take("materialByPost", materialByPost),
    eligibility: eligibilityIn(text)
      .filter((rule, _, rules) => rules.length === 1 || !(title && within(rule.at, title.at)))
      .flatMap((rule, at) => take(`eligibility.${at}`, rule) ?? []),
    leaders: leaders.map(({ name, title: titled }, at) => ({
      name: take(`leaders.${at}.name`, name) ?? "",
      title: take(`leaders.${at}.title`, titled),
    })),
    contacts: contacts.map(({ name, email, phone }, at) => ({
      name: take(`contacts.${at}.name`, name),
      email: take(`contacts.${at}.email`, email),
      phone: take(`contacts.${at}.phone`, phone),
    })),
    link: take("link", registrationLinkIn(text)),
    warnings: [
      ...doubts.map((doubt) =>
        warningOf(doubt, { origin: text.text.origin, words: (span) => wordsAt(text, span), say }),
      ),
      ...(unreadFrom === undefined ? [] : [tooLong([unreadFrom, original.length], say)]),
    ],
  };
  const partialDates = Object.fromEntries(
    dated.flatMap(({ session, date }, at) =>
      date === undefined && session.partialDate !== undefined ? [[`sessions.${at}.date`, session.partialDate]] : [],
    ),
  );
  return { invitation, text: original, readFrom: Object.fromEntries(places), partialDates };
}

type Take = <Value>(path: string, found: Found<Value> | undefined) => Value | null;

function sessionOf(
  session: DraftSession,
  date: Temporal.PlainDate | undefined,
  path: string,
  take: Take,
): InvitedSession {
  take(`${path}.date`, { value: true, at: session.at });
  const time = session.time?.time;
  return {
    date: date?.toString() ?? null,
    start: take(`${path}.start`, time?.start ? { value: time.start, at: time.at } : undefined),
    end: take(`${path}.end`, time?.end ? { value: time.end, at: time.at } : undefined),
    kind: take(`${path}.kind`, session.kind) ?? "regular",
    mode: take(`${path}.mode`, session.mode),
    provisional: take(`${path}.provisional`, session.provisional) ?? false,
    venue: take(`${path}.venue`, session.venue),
    catering: take(`${path}.catering`, session.catering),
    audience: take(`${path}.audience`, session.audience),
  };
}

type Dated = { session: DraftSession; date: Temporal.PlainDate | undefined };

/** The sessions with their dates: in the order of time when every date is known, else in the order of the text. */
function datedSessions(sessions: readonly DraftSession[], years: readonly (number | undefined)[]): Dated[] {
  let next = 0;
  const dated = sessions.map((session): Dated => {
    const date = session.day && dateOf(session.day, years[next]);
    if (session.day) next += 1;
    return { session, date };
  });
  return dated.every(({ date }) => date !== undefined)
    ? dated.toSorted((a, b) => (a.date && b.date ? Temporal.PlainDate.compare(a.date, b.date) : 0))
    : dated;
}

/** The full date that tells most of the sessions' year: the last day to apply, else the day the text was written. */
function witnessIn(dates: readonly RoledDate[]): Witness | undefined {
  for (const what of ["deadline", "written"] as const) {
    const full = dates
      .filter(({ role, year }) => role === what && year !== undefined)
      .flatMap((date) => dateOf(date, date.year) ?? []);
    const latest = full.toSorted((a, b) => Temporal.PlainDate.compare(a, b)).at(-1);
    if (latest) return { date: latest, what };
  }
  return undefined;
}

/** "Alla dagar är fredagar" gives every session its weekday (R010). */
function withStatedWeekday<Day extends { weekday: number | undefined }>(
  text: InvitationText,
  days: readonly Day[],
): Day[] {
  const weekday = commonWeekday(text);
  return days.map((day) => (day.weekday === undefined && weekday !== undefined ? { ...day, weekday } : day));
}

function unreadDates(dates: readonly RoledDate[]): Doubt<WarningCode>[] {
  return dates.flatMap(({ role, exists, at }): Doubt<WarningCode>[] => {
    if (!exists) return [{ code: "unread_text", at, values: { kind: "badDate" } }];
    return role === "unclear" ? [{ code: "unread_text", at, values: { kind: "date" } }] : [];
  });
}
