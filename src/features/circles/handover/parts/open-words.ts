import type { Translate } from "#kernel/messages.ts";
import type { OpenMatters } from "#features/circles/handover/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** What is open in a round, one sentence each; what there is none of is left out. */
export function openWords(t: Translate, open: OpenMatters, today: Temporal.PlainDate): string[] {
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today });
  const { deadline, noticeDate, nextSession } = open;
  const counted = (key: Counted, count: number) => (count > 0 ? [t(`handover.open.${key}`, { count })] : []);
  return [
    ...counted("missing", open.missing),
    ...(deadline ? [t("handover.open.deadline", { day: say(deadline), count: open.applied })] : []),
    ...(noticeDate ? [t("handover.open.notice", { day: say(noticeDate) })] : []),
    ...(noticeDate ? counted("undecided", open.undecided) : []),
    ...counted("unconfirmed", open.unconfirmed),
    ...counted("managers", open.managers),
    ...counted("questions", open.questions),
    ...counted("offers", open.offers),
    ...counted("waitlisted", open.waitlisted),
    ...counted("calls", open.calls),
    ...counted("withoutVenue", open.withoutVenue),
    ...(nextSession?.date ? [t("handover.open.session", { day: say(nextSession.date) })] : []),
  ];
}

type Counted =
  | "missing"
  | "undecided"
  | "unconfirmed"
  | "managers"
  | "questions"
  | "offers"
  | "waitlisted"
  | "calls"
  | "withoutVenue";
