import { circleKinds, isAssessed, type LeaderPart, type Session, takesTeams } from "#features/circles/round/round.ts";
import { dayRemarks } from "#features/circles/round/session-days.ts";
import { isIn, monthFrom } from "#features/circles/round/month-precision.ts";
import type { Basics, Frame, People, Section, Story, WayIn } from "#features/circles/round/round-sections.ts";

/** Everything about a round that is looked at before it is shown to the world. */
export type RoundPlan = Pick<Basics, "kind" | "title"> &
  Pick<Story, "practiceProblem" | "purpose" | "goal"> &
  Frame &
  WayIn & {
    readonly plannedTerm: string | null;
    readonly audience: string | null;
    readonly sessions: readonly Session[];
    readonly leaders: readonly { readonly name: string; readonly part: LeaderPart }[];
    readonly contacts: People["contacts"];
  };

/** What is missing or odd, where to put it right, and what the sentence about it is filled with. */
export type Remark<Code extends string> = {
  readonly code: Code;
  readonly section: Section;
  readonly values?: Readonly<Record<string, string | number>>;
};

export type MustKnow =
  | "practiceProblem"
  | "aim"
  | "when"
  | "capacity"
  | "contact"
  | "allocation"
  | "deadline"
  | "deadlinePast"
  | "notice"
  | "noticeNeedsDay"
  | "noticePast"
  | "noticeBeforeDeadline"
  | "teamSize"
  | "hours"
  | "goNoGoDate";

export type ToDecide =
  | "dates"
  | "times"
  | "modes"
  | "venues"
  | "provisional"
  | "hours"
  | "cost"
  | "leaders"
  | "audience"
  | "materialByPost";

export type Oddity =
  | "contactWithoutChannel"
  | "deadlineAfterStart"
  | "noticeAfterStart"
  | "goNoGoAfterStart"
  | "noticeOutsideMonth"
  | "otherFormAsks"
  | "teamAboveCapacity"
  | "sessionPast"
  | "holiday"
  | "weekend"
  | "squeezeDay"
  | "otherWeekday"
  | "sameDay";

export type Readiness = {
  readonly missing: readonly Remark<MustKnow>[];
  readonly toDecide: readonly Remark<ToDecide>[];
  readonly odd: readonly Remark<Oddity>[];
  readonly ready: boolean;
};

/**
 * What stands between a draft and the public page.
 *
 * `missing` must be known, because people say yes to it or plan by it: what the round is for, roughly when, how many
 * places, how they are given and by which day, and whom to ask. `toDecide` may stay unknown and is shown as unknown
 * on the page. `odd` is probably a slip: it is said, and never stops anybody. A round with selection needs a last day
 * and a day of notice, because no seat is promised before it; a month is not a day. (R012, R026, R027, R096, R123, R128)
 */
export function publishReadiness(round: RoundPlan, today: Temporal.PlainDate): Readiness {
  const meetings = round.sessions.filter((session) => !session.calledOff);
  const missing = [...missingStory(round), ...missingFrame(round, meetings), ...missingWayIn(round, today)];
  return {
    missing,
    toDecide: [...undecided(round, meetings)],
    odd: [...oddPeople(round), ...oddWayIn(round), ...oddDays(round, meetings, today)],
    ready: missing.length === 0,
  };
}

function* missingStory(round: RoundPlan): Generator<Remark<MustKnow>> {
  if (circleKinds.has(round.kind) && !round.practiceProblem) yield { code: "practiceProblem", section: "story" };
  if (!round.purpose && !round.goal) yield { code: "aim", section: "story" };
  if (!round.contacts.some(isReachable)) yield { code: "contact", section: "people" };
}

function* missingFrame(round: RoundPlan, meetings: readonly Session[]): Generator<Remark<MustKnow>> {
  if (!round.plannedTerm && !meetings.some((session) => session.date)) yield { code: "when", section: "sessions" };
  if (round.hardCapacity === null) yield { code: "capacity", section: "frame" };
  if (round.managerConsultation === "confirmed" && round.hours === null) yield { code: "hours", section: "frame" };
  if (round.minimumParticipants !== null && round.goNoGoDate === null) yield { code: "goNoGoDate", section: "frame" };
}

function* missingWayIn(round: RoundPlan, today: Temporal.PlainDate): Generator<Remark<MustKnow>> {
  const { allocation, deadline, noticeDate, noticeMonth, openUntilFull } = round;
  if (allocation === null) yield { code: "allocation", section: "wayIn" };
  if (deadline === null && !(allocation === "firstCome" && openUntilFull)) yield { code: "deadline", section: "wayIn" };
  if (deadline && isBefore(deadline, today) && !openUntilFull) yield { code: "deadlinePast", section: "wayIn" };
  if (takesTeams(allocation) && (round.teamLeast === null || round.teamMost === null))
    yield { code: "teamSize", section: "wayIn" };
  if (!isAssessed(allocation)) return;
  if (!noticeDate) yield { code: noticeMonth ? "noticeNeedsDay" : "notice", section: "wayIn" };
  if (noticeDate && isBefore(noticeDate, today)) yield { code: "noticePast", section: "wayIn" };
  if (noticeDate && deadline && isBefore(noticeDate, deadline))
    yield { code: "noticeBeforeDeadline", section: "wayIn" };
}

function* undecided(round: RoundPlan, meetings: readonly Session[]): Generator<Remark<ToDecide>> {
  const count = (open: (session: Session) => boolean) => meetings.filter(open).length;
  const onSite = (session: Session) => session.mode !== "digital";
  const told: readonly [ToDecide, number][] = [
    ["dates", meetings.length === 0 ? 1 : count((session) => !session.date)],
    ["times", count((session) => !session.starts)],
    ["modes", count((session) => !session.mode)],
    ["venues", count((session) => onSite(session) && !session.venue)],
    ["provisional", count((session) => session.provisional)],
  ];
  for (const [code, sessions] of told) if (sessions > 0) yield { code, section: "sessions", values: { sessions } };
  if (round.hours === null && round.managerConsultation !== "confirmed") yield { code: "hours", section: "frame" };
  if (round.cost === null) yield { code: "cost", section: "frame" };
  if (round.materialByPost === null) yield { code: "materialByPost", section: "frame" };
  if (!round.leaders.some(({ part }) => part === "leader")) yield { code: "leaders", section: "people" };
  if (!round.audience) yield { code: "audience", section: "audience" };
}

function* oddPeople(round: RoundPlan): Generator<Remark<Oddity>> {
  for (const contact of round.contacts) {
    if (!isReachable(contact))
      yield { code: "contactWithoutChannel", section: "people", values: { name: contact.name } };
  }
}

/** What another service's form must ask, because ours does not; and a team that never could get its places. */
function* oddWayIn(round: RoundPlan): Generator<Remark<Oddity>> {
  const asks = round.asksDiet || round.asksAgeGroup || round.materialByPost === true;
  const managerAnswers = round.managerConsultation === "confirmed";
  if (round.externalForm && (asks || managerAnswers)) yield { code: "otherFormAsks", section: "wayIn" };
  const { teamLeast, hardCapacity } = round;
  if (takesTeams(round.allocation) && teamLeast !== null && hardCapacity !== null && teamLeast > hardCapacity)
    yield { code: "teamAboveCapacity", section: "wayIn" };
}

function* oddDays(
  round: RoundPlan,
  meetings: readonly Session[],
  today: Temporal.PlainDate,
): Generator<Remark<Oddity>> {
  const ordinary = meetings.filter(({ kind }) => kind !== "followUp").flatMap(({ date }) => date ?? []);
  const first = ordinary.toSorted(Temporal.PlainDate.compare)[0];
  const { deadline, noticeDate, goNoGoDate, noticeMonth } = round;
  if (first && deadline && isBefore(first, deadline)) yield { code: "deadlineAfterStart", section: "wayIn" };
  if (first && noticeDate && isBefore(first, noticeDate)) yield { code: "noticeAfterStart", section: "wayIn" };
  if (first && goNoGoDate && isBefore(first, goNoGoDate)) yield { code: "goNoGoAfterStart", section: "frame" };

  const month = noticeMonth === null ? undefined : monthFrom(noticeMonth);
  if (month && noticeDate && !isIn(noticeDate, month)) yield { code: "noticeOutsideMonth", section: "wayIn" };
  for (const session of meetings) {
    const { date } = session;
    if (!date) continue;
    const values = { date: date.toString() };
    if (isBefore(date, today)) yield { code: "sessionPast", section: "sessions", values };
    const others = meetings.filter((other) => other !== session).flatMap((other) => other.date ?? []);
    for (const remark of dayRemarks(date, others)) {
      const more =
        remark.code === "holiday"
          ? { holiday: remark.holiday }
          : remark.code === "otherWeekday"
            ? { usual: remark.usual }
            : {};
      yield { code: remark.code, section: "sessions", values: { ...values, ...more } };
    }
  }
}

/** Somebody one can write to or call. (R128) */
export function isReachable(contact: { readonly email: string | null; readonly phone: string | null }): boolean {
  return contact.email !== null || contact.phone !== null;
}

function isBefore(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) < 0;
}
