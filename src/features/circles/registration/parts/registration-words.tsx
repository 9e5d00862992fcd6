import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { lastDayToAnswer } from "#features/circles/registration/answer-deadlines.ts";
import type { RosterRow } from "#features/circles/registration/queries.ts";
import { liveStates, managerSaidNo, type RegistrationState } from "#features/circles/registration/registration.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag, type Tone } from "#ui/tag.tsx";

const tones: Record<RegistrationState, Tone> = {
  unconfirmed: "open",
  lapsed: "quiet",
  merged: "quiet",
  applied: "plain",
  held: "open",
  placed: "plain",
  waitlisted: "plain",
  offered: "open",
  declined: "quiet",
  ineligible: "quiet",
  withdrawn: "quiet",
  noShow: "quiet",
  completed: "plain",
};

/** Where a registration stands, in a word or two; amber as long as somebody's answer is waited for. */
export function StandingTag({ t, state }: { t: Translate; state: RegistrationState }) {
  return <Tag tone={tones[state]}>{t(`registration.page.state.${state}`)}</Tag>;
}

/** Until when something is waited for: an address to be confirmed, a place that is kept, an offer. */
export function untilWhen(t: Translate, row: RosterRow, now: Temporal.Instant): string | undefined {
  const { state, confirmBy, heldUntil, answerBy } = row;
  const deadline =
    state === "unconfirmed" ? confirmBy : state === "held" ? heldUntil : state === "offered" ? answerBy : null;
  if (!deadline) return undefined;
  return t("registration.page.until", { day: sayDate(t.language, lastDayToAnswer(deadline), { today: dateIn(now) }) });
}

/** Why somebody cannot take part, as it was said. */
export function ineligibleWords(t: Translate, reason: string | null): string | undefined {
  if (reason === null) return undefined;
  return reason === managerSaidNo ? t("registration.page.word.refused_reason") : reason;
}

/** What the manager has said, as long as it matters; nothing where nobody is asked. */
export function managerWords(
  t: Translate,
  { state, manager }: Pick<RosterRow, "state" | "manager">,
): string | undefined {
  if (!manager) return undefined;
  if (manager.reads !== "waiting" && manager.reads !== "question") return t(`registration.page.word.${manager.reads}`);
  if (state === "unconfirmed") return t("registration.page.word.notYet");
  return (liveStates as readonly RegistrationState[]).includes(state)
    ? t(`registration.page.word.${manager.reads}`)
    : undefined;
}
