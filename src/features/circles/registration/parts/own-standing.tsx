import { dateIn } from "#kernel/clock.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import { isManagerAwaited } from "#features/circles/registration/manager/manager-word.ts";
import type { OwnRegistration } from "#features/circles/registration/own/queries.ts";
import { managerOf } from "#features/circles/registration/parts/own-progress.tsx";
import { managerSaidNo } from "#features/circles/registration/registration.ts";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type StandingProps = { t: Translate; own: OwnRegistration; now: Temporal.Instant };

/** Where an application stands, as the heading of its page, and what that means. */
export function OwnStanding({ t, own, now }: StandingProps) {
  const { round } = own.seen;
  return (
    <PageHeading
      kicker={<a href={`/cirklar/${round.slug}`}>{round.title}</a>}
      heading={t(headingOf(own))}
      lead={leadOf(t, own, now)}
    >
      {own.late && own.state === "applied" ? <p class="muted">{t("registration.page.own.late")}</p> : null}
    </PageHeading>
  );
}

/** Where an application stands, in a few words. An application that never was confirmed or went into another has no page. */
export function headingOf({ state, seen }: OwnRegistration): MessageKey {
  if (seen.round.state === "cancelled") return "registration.page.own.cancelled";
  if (state === "unconfirmed" || state === "merged") return "registration.page.own.lapsed";
  return `registration.page.own.${state}`;
}

function leadOf(t: Translate, own: OwnRegistration, now: Temporal.Instant): string {
  const today = dateIn(now);
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today });
  const { state, heldUntil, answerBy, waitingNumber, seen } = own;
  const { round } = seen;
  if (round.state === "cancelled") return round.cancelledReason ?? t("registration.page.own.cancelled_lead");
  const manager = managerOf(t, own);
  switch (state) {
    case "applied":
      return round.noticeDate
        ? t("registration.page.own.applied_lead", { day: say(round.noticeDate) })
        : t("registration.page.own.applied_lead_unknown");
    case "held":
      return t("registration.page.own.held_lead", { manager, day: heldUntil ? say(lastDayToAnswer(heldUntil)) : "" });
    case "placed":
      return placedLead(t, own, today);
    case "waitlisted": {
      const isPassedOver = own.holdUsed && own.managerState !== null && isManagerAwaited({ state: own.managerState });
      if (isPassedOver) return t("registration.page.own.waitlisted_lead_manager", { manager });
      return t("registration.page.own.waitlisted_lead", { number: waitingNumber });
    }
    case "offered":
      return t("registration.page.own.offered_lead", { day: answerBy ? say(lastDayToAnswer(answerBy)) : "" });
    case "ineligible":
      return t(
        own.ineligibleReason === managerSaidNo
          ? "registration.page.own.ineligible_lead_manager"
          : "registration.page.own.ineligible_lead",
      );
    case "declined":
    case "withdrawn":
    case "noShow":
    case "completed":
    case "lapsed":
      return t(`registration.page.own.${state}_lead`);
    case "unconfirmed":
    case "merged":
      return t("registration.page.own.lapsed_lead");
  }
}

function placedLead(t: Translate, { seen: { round } }: OwnRegistration, today: Temporal.PlainDate): string {
  const days = round.sessions.filter(({ calledOff }) => !calledOff).flatMap(({ date }) => date ?? []);
  const next = days.toSorted(Temporal.PlainDate.compare).find((day) => Temporal.PlainDate.compare(day, today) >= 0);
  if (next) return t("registration.page.own.placed_lead", { day: sayDate(t.language, next, { today }) });
  return t(days.length > 0 ? "registration.page.own.placed_lead_running" : "registration.page.own.placed_lead_unknown");
}
