import { followUpAhead } from "#features/circles/round/follow-up-held.ts";
import { type Allocation, isAssessed, type RoundState, type SessionPlan } from "#features/circles/round/round.ts";

export const stepNames = [
  "publish",
  "close",
  "reopen",
  "allocate",
  "start",
  "awaitFollowUp",
  "complete",
  "cancel",
] as const;
export type StepName = (typeof stepNames)[number];
type Step = { readonly from: readonly RoundState[]; readonly to: RoundState };

/**
 * The life of a round: its state changes by one of these steps, or not at all.
 *
 * `close` ends the time to apply and `reopen` is a longer deadline given after it. `allocate` is the moment when
 * everybody who applied to a round with selection has an answer; a round where the first come get the places goes
 * from closed to running without it. A round is not over before its follow-up, which may lie months after the last
 * ordinary meeting. (R101)
 */
export const steps: Record<StepName, Step> = {
  publish: { from: ["draft"], to: "published" },
  close: { from: ["published"], to: "closed" },
  reopen: { from: ["closed"], to: "published" },
  allocate: { from: ["published", "closed"], to: "allocated" },
  start: { from: ["closed", "allocated"], to: "running" },
  awaitFollowUp: { from: ["running"], to: "followUpPending" },
  complete: { from: ["running", "followUpPending"], to: "completed" },
  cancel: { from: ["draft", "published", "closed", "allocated", "running", "followUpPending"], to: "cancelled" },
};

/** What may happen next; the buttons on a round's page are drawn from this. */
export function possibleSteps(state: RoundState): StepName[] {
  return stepNames.filter((step) => steps[step].from.includes(state));
}

/** Whether a round is in a state where a step may be taken. */
export function mayStep(state: RoundState, step: StepName): boolean {
  return steps[step].from.includes(state);
}

/** Whether anything about a round may still be changed. */
export function isOver(state: RoundState): boolean {
  return possibleSteps(state).length === 0;
}

/** The steps somebody may take by hand before their day has come. */
export const stepsByHand = ["close", "start", "complete"] as const satisfies readonly StepName[];
export type StepByHand = (typeof stepsByHand)[number];

type RoundByHand = {
  readonly state: RoundState;
  readonly allocation: Allocation | null;
  readonly noticesSentAt: Temporal.Instant | null;
  readonly sessions: readonly (Pick<SessionPlan, "date" | "kind"> & { readonly calledOff: boolean })[];
};

/**
 * Which of them may be taken now: a round with selection starts only when everybody has an answer, and a round with a
 * follow-up ends only when that has been held, or is called off with a reason. (R026, R101)
 */
export function possibleByHand(round: RoundByHand, today: Temporal.PlainDate): StepByHand[] {
  const isUndecided = isAssessed(round.allocation) && round.noticesSentAt === null;
  const isAhead = followUpAhead(round.sessions, today) !== undefined;
  return stepsByHand.filter(
    (step) => mayStep(round.state, step) && !(step === "start" && isUndecided) && !(step === "complete" && isAhead),
  );
}
