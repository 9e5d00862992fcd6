import type { Child } from "#kernel/jsx-runtime.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { spanOf } from "#features/circles/public/round-filter.ts";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import type { OwnRegistration } from "#features/circles/registration/own/queries.ts";
import { isSeated } from "#features/circles/registration/seat-claims.ts";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Timeline, type TimelineItem } from "#ui/timeline.tsx";

type ProgressProps = { t: Translate; own: OwnRegistration; now: Temporal.Instant };

/** What has happened with an application, what happens next, and when. */
export function OwnProgress({ t, own, now }: ProgressProps) {
  const steps = [
    ...begun(t, own, now),
    ...managerSteps(t, own, now),
    ...stateSteps(t, own, now),
    ...meetingSteps(t, own, now),
  ];
  return <Timeline label={t("registration.page.own.progress")} items={steps} />;
}

function happened(
  t: Translate,
  moment: Temporal.Instant,
  title: Child,
  now: Temporal.Instant,
  detail?: Child,
): TimelineItem {
  return {
    when: sayMoment(t.language, moment, { today: dateIn(now) }),
    dateTime: moment.toString(),
    title,
    detail,
    past: true,
  };
}

function ahead(t: Translate, day: Temporal.PlainDate, title: Child, now: Temporal.Instant): TimelineItem {
  return { when: sayDate(t.language, day, { today: dateIn(now) }), dateTime: day.toString(), title };
}

function unknown(when: string, title: Child): TimelineItem {
  return { when: <span class="muted">{when}</span>, title, provisional: true };
}

function begun(t: Translate, own: OwnRegistration, now: Temporal.Instant): TimelineItem[] {
  const { appliedAt, confirmedAt, queueNo, managerForm, seen } = own;
  const details = [
    seen.round.allocation === "firstCome" ? t("registration.page.own.step.number", { number: queueNo }) : "",
    managerForm === "declared" ? t("registration.page.own.step.declared", { manager: managerOf(t, own) }) : "",
  ].filter(Boolean);
  return [
    happened(t, appliedAt, t("registration.page.own.step.applied"), now, capitalised(details.join(" · "))),
    ...(confirmedAt ? [happened(t, confirmedAt, t("registration.page.own.step.confirmed"), now)] : []),
  ];
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase("sv") + words.slice(1);
}

/** What the manager of somebody is called, in a sentence to them. */
export function managerOf(t: Translate, { managerName }: Pick<OwnRegistration, "managerName">): string {
  return managerName ?? t("registration.page.your_manager");
}

function managerSteps(t: Translate, own: OwnRegistration, now: Temporal.Instant): TimelineItem[] {
  const { managerForm, managerState, managerAskedAt, managerAnsweredAt, state } = own;
  const manager = managerOf(t, own);
  if (managerForm !== "confirmed") return [];
  const steps = managerAskedAt
    ? [happened(t, managerAskedAt, t("registration.page.own.step.asked", { manager }), now)]
    : [];
  if ((managerState === "yes" || managerState === "no") && managerAnsweredAt) {
    return [
      ...steps,
      happened(t, managerAnsweredAt, t(`registration.page.own.step.${managerState}`, { manager }), now),
    ];
  }
  if (isEnded(state)) return steps;
  const title = t(
    managerState === "question" ? "registration.page.own.step.question" : "registration.page.own.step.waiting",
    { manager },
  );
  return [...steps, unknown(t("registration.page.own.step.waiting_when"), title)];
}

const ended: readonly string[] = ["declined", "ineligible", "withdrawn", "lapsed", "noShow", "completed"];

/** Whether nothing more comes of an application. */
export function isEnded(state: OwnRegistration["state"]): boolean {
  return ended.includes(state);
}

function stateSteps(t: Translate, own: OwnRegistration, now: Temporal.Instant): TimelineItem[] {
  const { state, stateSince, heldUntil, answerBy, seen } = own;
  const since = (key: "place" | "waitlisted" | "offered" | "declined" | "ineligible" | "withdrawn" | "lapsed") =>
    happened(t, stateSince, t(`registration.page.own.step.${key}`), now);
  switch (state) {
    case "applied": {
      const { noticeDate } = seen.round;
      const title = t("registration.page.own.step.notice");
      return [
        noticeDate ? ahead(t, noticeDate, title, now) : unknown(t("registration.page.own.step.notice_unknown"), title),
      ];
    }
    case "held":
      return heldUntil ? [ahead(t, lastDayToAnswer(heldUntil), t("registration.page.own.step.held"), now)] : [];
    case "waitlisted":
      return [
        since("waitlisted"),
        unknown(t("registration.page.own.step.turn_when"), t("registration.page.own.step.turn")),
      ];
    case "offered":
      return [
        since("offered"),
        ...(answerBy ? [ahead(t, lastDayToAnswer(answerBy), t("registration.page.own.step.answer"), now)] : []),
      ];
    case "placed":
      return [since("place")];
    case "declined":
    case "ineligible":
    case "withdrawn":
    case "lapsed":
      return [since(state)];
    case "unconfirmed":
    case "merged":
    case "noShow":
    case "completed":
      return [];
  }
}

function meetingSteps(t: Translate, { state, seen }: OwnRegistration, now: Temporal.Instant): TimelineItem[] {
  const { first } = spanOf(seen.round.sessions);
  if (!first || !isSeated(state) || Temporal.PlainDate.compare(first, dateIn(now)) < 0) return [];
  return [ahead(t, first, t("registration.page.own.step.first"), now)];
}
