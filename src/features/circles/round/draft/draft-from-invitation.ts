import type { Invitation, InvitedSession } from "#features/circles/invitation/invitation.ts";
import { emptyRound, openSession } from "#features/circles/round/empty-round.ts";
import type { RoundContent } from "#features/circles/round/round-copy.ts";
import type { SessionPlan } from "#features/circles/round/round.ts";

/** The kinds of activity as invitations call them, the more exact word first. */
const kindWords: readonly (readonly [kind: string, words: RegExp])[] = [
  ["researchCircle", /forskningscir[ck]el/iu],
  ["developmentCircle", /utvecklingscir[ck]el/iu],
  ["rdCircle", /fou-?cir[ck]el/iu],
  ["learningCircle", /lärandecir[ck]el|lärcir[ck]el/iu],
  ["networkDay", /nätverks(?:dag|träff)/iu],
  ["themeDay", /temadag/iu],
  ["training", /utbildning/iu],
];

/** Which kind of activity an invitation says it is: by its title if that tells, else by the first word that does. */
export function kindSaidIn(title: string | null, text: string): string | undefined {
  const inTitle = kindWords.find(([, words]) => title !== null && words.test(title));
  if (inTitle) return inTitle[0];
  const found = kindWords.map(([kind, words]) => ({ kind, at: text.search(words) })).filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at)[0]?.kind;
}

/**
 * A draft with what an invitation says, and nothing else. What the text leaves open stays open: a proposed year, a
 * deadline without its year, a notice that is a month. A value that does not fit where it belongs (a purpose of ten
 * thousand characters, an end before the start) is left out rather than cut. (R009, R027, R036, R112)
 */
export function draftFromInvitation(
  invitation: Invitation,
): Omit<RoundContent, "kind" | "title"> & { title: string | null } {
  const { capacity } = invitation;
  const hard = fitting(capacity?.hard, 1, 1_000);
  const target = fitting(capacity?.target, 1, hard ?? 1_000);
  return {
    ...emptyRound,
    title: written(invitation.title, 200),
    theme: written(invitation.theme, 200),
    purpose: written(invitation.purpose, 3_000),
    goal: written(invitation.goal, 3_000),
    sessions: invitation.sessions.slice(0, 60).map(planOf),
    targetCapacity: target,
    hardCapacity: hard,
    capacityApproximate: capacity?.approximate ?? false,
    hours: fitting(invitation.hours, 1, 2_000),
    cost: fitting(invitation.cost, 0, 1_000_000),
    funder: written(invitation.funder, 300),
    externalLink: written(invitation.link, 500),
    materialByPost: invitation.materialByPost,
    allocation: invitation.allocation,
    deadline: wholeDay(invitation.deadline),
    noticeDate: wholeDay(invitation.noticeDate),
    noticeMonth: invitation.noticeDate && !wholeDay(invitation.noticeDate) ? invitation.noticeDate : null,
    managerConsultation: invitation.managerConsultation ?? "declared",
    rules: invitation.eligibility
      .flatMap(({ text, strength }) => (written(text, 500) ? { text, strength } : []))
      .slice(0, 20),
    leaders: invitation.leaders
      .slice(0, 30)
      .map(({ name, title }) => ({ name: name.slice(0, 200), title: written(title, 200), part: "leader" })),
    contacts: invitation.contacts.slice(0, 10).flatMap(({ name, email, phone }) => {
      const called = written(name ?? email ?? phone, 200);
      return called ? [{ name: called, title: null, email: written(email, 254), phone: written(phone, 40) }] : [];
    }),
  };
}

/**
 * The days of meetings once a person has said which year the first of them is in. The others follow: a day that
 * lies earlier in the year than the one before it belongs to the next year. What is known only to the month stays open.
 */
export function daysFromYear(partials: readonly (string | null)[], year: number): (Temporal.PlainDate | null)[] {
  let running = year;
  let last: Temporal.PlainDate | undefined;
  return partials.map((partial) => {
    const parts = /^--(\d{2})-(\d{2})$/u.exec(partial ?? "");
    if (!parts) return null;
    const [month, day] = [Number(parts[1]), Number(parts[2])];
    if (last && (month < last.month || (month === last.month && day < last.day))) running += 1;
    if (day > Temporal.PlainYearMonth.from({ year: running, month }).daysInMonth) return null;
    last = Temporal.PlainDate.from({ year: running, month, day });
    return last;
  });
}

/** The last day to apply, once the first meeting is known: the last such day that lies before it. */
export function dayBefore(partial: string | null, first: Temporal.PlainDate | undefined): Temporal.PlainDate | null {
  const parts = /^--(\d{2})-(\d{2})$/u.exec(partial ?? "");
  if (!parts || !first) return null;
  const [month, day] = [Number(parts[1]), Number(parts[2])];
  for (const year of [first.year, first.year - 1]) {
    if (month < 1 || month > 12 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) continue;
    const date = Temporal.PlainDate.from({ year, month, day });
    if (Temporal.PlainDate.compare(date, first) <= 0) return date;
  }
  return null;
}

function planOf(session: InvitedSession): SessionPlan {
  const starts = clock(session.start);
  const ends = clock(session.end);
  return {
    ...openSession,
    date: session.date === null ? null : Temporal.PlainDate.from(session.date),
    starts,
    ends: starts && ends && Temporal.PlainTime.compare(starts, ends) < 0 ? ends : null,
    kind: session.kind,
    mode: session.mode,
    provisional: session.provisional,
    venue: written(session.venue, 300),
    catering: session.catering,
    audience: written(session.audience, 300),
  };
}

function clock(text: string | null): Temporal.PlainTime | null {
  return text === null || text.startsWith("24") ? null : Temporal.PlainTime.from(text);
}

function wholeDay(text: string | null): Temporal.PlainDate | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Temporal.PlainDate.from(text) : null;
}

function written(text: string | null | undefined, most: number): string | null {
  return text && text.length <= most ? text : null;
}

function fitting(number: number | null | undefined, least: number, most: number): number | null {
  return number != null && Number.isInteger(number) && number >= least && number <= most ? number : null;
}
