import type { ProposalState } from "#features/circles/proposal/proposal.ts";

/**
 * What may become of a proposal: it goes forward, and may leap over states that nobody told us of; it is dropped from
 * any of them, with a reason; what was dropped may be taken up again as an idea.
 */
const nextStates: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  idea: ["proposedAtHome", "decided", "started", "inUse", "dropped"],
  proposedAtHome: ["decided", "started", "inUse", "dropped"],
  decided: ["started", "inUse", "dropped"],
  started: ["inUse", "dropped"],
  inUse: ["dropped"],
  dropped: ["idea"],
};

/** What may come next; the buttons beside a proposal and in the mailed question are drawn from this. */
export function possibleStates(state: ProposalState): readonly ProposalState[] {
  return nextStates[state];
}

export type StepProblem = "notPossible" | "reasonMissing" | "inTheFuture" | "beforeTheLast";

type Told = {
  readonly state: ProposalState;
  readonly happenedOn: Temporal.PlainDate;
  readonly reason: string | null;
};

/** Why a step cannot be written down, if it cannot. History has one direction, and what is dropped says why. */
export function stepProblem(
  before: { readonly state: ProposalState; readonly since: Temporal.PlainDate },
  step: Told,
  today: Temporal.PlainDate,
): StepProblem | undefined {
  if (!possibleStates(before.state).includes(step.state)) return "notPossible";
  if (step.state === "dropped" && step.reason === null) return "reasonMissing";
  if (Temporal.PlainDate.compare(step.happenedOn, today) > 0) return "inTheFuture";
  if (Temporal.PlainDate.compare(step.happenedOn, before.since) < 0) return "beforeTheLast";
  return undefined;
}
