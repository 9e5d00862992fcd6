import { type Allocation, isAssessed, type RoundState, type Session } from "#features/circles/round/round.ts";
import type { Readiness } from "#features/circles/round/publish-readiness.ts";
import type { Section } from "#features/circles/round/round-sections.ts";

export type NextStep =
  | { readonly step: "fillIn"; readonly section: Section }
  | { readonly step: "publish" | "decideGoNoGo" | "select" | "applications" | "compare" }
  | { readonly step: "setVenue"; readonly session: Session };

export type RoundInWork = {
  readonly state: RoundState;
  readonly allocation: Allocation | null;
  readonly minimumParticipants: number | null;
  readonly goNoGoDate: Temporal.PlainDate | null;
  readonly goDecided: boolean;
  readonly participants: number;
  readonly sessions: readonly Session[];
  readonly readiness: Pick<Readiness, "missing">;
};

/** How long before a meeting on site its room ought to be known. */
export const venueDays = 21;

/** The one thing to do next with a round: its page's main button. */
export function nextStep(round: RoundInWork, today: Temporal.PlainDate): NextStep {
  const missing = round.readiness.missing[0];
  if (round.state === "draft") return missing ? { step: "fillIn", section: missing.section } : { step: "publish" };
  if (isGoNoGoDue(round, today)) return { step: "decideGoNoGo" };
  if (round.state === "closed" && isAssessed(round.allocation)) return { step: "select" };
  if (round.state === "completed" || round.state === "cancelled") return { step: "compare" };
  const session = soonWithoutVenue(round.sessions, today)[0];
  return session ? { step: "setVenue", session } : { step: "applications" };
}

/** Whether it is time to decide if a round with too few participants shall be held. */
export function isGoNoGoDue(
  round: Pick<RoundInWork, "state" | "minimumParticipants" | "goNoGoDate" | "goDecided" | "participants">,
  today: Temporal.PlainDate,
): boolean {
  const { state, minimumParticipants, goNoGoDate, goDecided, participants } = round;
  if (goDecided || minimumParticipants === null || goNoGoDate === null) return false;
  if (state !== "published" && state !== "closed" && state !== "allocated") return false;
  return participants < minimumParticipants && Temporal.PlainDate.compare(goNoGoDate, today) <= 0;
}

/** Meetings on site that are near and have no room yet, soonest first. (R012) */
export function soonWithoutVenue(sessions: readonly Session[], today: Temporal.PlainDate): Session[] {
  const until = today.add({ days: venueDays });
  return sessions
    .filter(
      (session) =>
        !session.calledOff && session.venue === null && (session.mode === "physical" || session.mode === "hybrid"),
    )
    .filter(
      ({ date }) =>
        date && Temporal.PlainDate.compare(date, today) >= 0 && Temporal.PlainDate.compare(date, until) <= 0,
    )
    .toSorted((a, b) => (a.date && b.date ? Temporal.PlainDate.compare(a.date, b.date) : 0));
}
