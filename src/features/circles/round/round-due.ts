import type { Allocation, RoundState, SessionPlan } from "#features/circles/round/round.ts";
import type { StepName } from "#features/circles/round/round-lifecycle.ts";

type Meeting = Pick<SessionPlan, "date" | "kind"> & { readonly calledOff: boolean };

export type RoundInTime = {
  readonly state: RoundState;
  readonly allocation: Allocation | null;
  readonly deadline: Temporal.PlainDate | null;
  readonly openUntilFull: boolean;
  readonly seatsLeft: number;
  readonly sessions: readonly Meeting[];
};

/**
 * The step a round takes by itself because a day has come, if any.
 *
 * The whole of the last day to apply counts. A round that is open until full stays open after it while a seat is
 * free, and closes when none is; but nobody applies once the first meeting has been held. A round with selection
 * never starts before everybody has an answer: it waits, and shows up as something to do. (R101, R120)
 */
export function dueStep(round: RoundInTime, today: Temporal.PlainDate): StepName | undefined {
  const meetings = round.sessions.filter((session) => !session.calledOff);
  const ordinary = meetings.filter((session) => session.kind !== "followUp");
  const followUps = meetings.filter((session) => session.kind === "followUp");
  const first = ordinary.flatMap(({ date }) => date ?? []).toSorted(Temporal.PlainDate.compare)[0];

  switch (round.state) {
    case "published":
      return isPast(first, today) || !stillTakes(round, today) ? "close" : undefined;
    case "closed":
      return round.allocation === "firstCome" && hasCome(first, today) ? "start" : undefined;
    case "allocated":
      return hasCome(first, today) ? "start" : undefined;
    case "running":
      if (!areHeld(ordinary, today)) return undefined;
      return areHeld(followUps, today) ? "complete" : "awaitFollowUp";
    case "followUpPending":
      return areHeld(followUps, today) ? "complete" : undefined;
    default:
      return undefined;
  }
}

/** Whether a published round still takes applications on a day: until the last day, or until it is full. */
export function stillTakes(
  round: Pick<RoundInTime, "deadline" | "openUntilFull" | "seatsLeft">,
  today: Temporal.PlainDate,
): boolean {
  if (round.deadline && !isPast(round.deadline, today)) return true;
  if (round.openUntilFull) return round.seatsLeft > 0;
  return round.deadline === null;
}

function isPast(date: Temporal.PlainDate | null | undefined, today: Temporal.PlainDate): boolean {
  return date != null && Temporal.PlainDate.compare(date, today) < 0;
}

function hasCome(date: Temporal.PlainDate | undefined, today: Temporal.PlainDate): boolean {
  return date !== undefined && Temporal.PlainDate.compare(date, today) <= 0;
}

/** A meeting without a date has not been held. */
function areHeld(meetings: readonly Meeting[], today: Temporal.PlainDate): boolean {
  return meetings.every(({ date }) => isPast(date, today));
}
