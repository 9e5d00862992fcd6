import type { RegistrationState } from "#features/circles/registration/registration.ts";

export const stepNames = [
  "receive",
  "place",
  "hold",
  "queue",
  "offer",
  "merge",
  "lapse",
  "decline",
  "deny",
  "withdraw",
  "miss",
  "complete",
] as const;
export type StepName = (typeof stepNames)[number];

type Step = { readonly from: readonly RegistrationState[]; readonly to: RegistrationState };

/**
 * The life of a registration: a state changes by one of these steps, or not at all.
 *
 * `deny` can be taken back: `receive`, `place`, `hold` and `queue` lead out of `ineligible`. Everything else that
 * ends a registration ends it for good; whoever wants back applies again and takes a new number.
 */
export const steps: Record<StepName, Step> = {
  receive: { from: ["unconfirmed", "ineligible"], to: "applied" },
  place: { from: ["unconfirmed", "applied", "held", "waitlisted", "offered", "ineligible"], to: "placed" },
  hold: { from: ["unconfirmed", "applied", "waitlisted", "offered", "ineligible"], to: "held" },
  queue: { from: ["unconfirmed", "applied", "held", "ineligible"], to: "waitlisted" },
  offer: { from: ["waitlisted"], to: "offered" },
  merge: { from: ["unconfirmed", "applied", "held", "placed", "waitlisted", "offered"], to: "merged" },
  lapse: { from: ["unconfirmed", "offered"], to: "lapsed" },
  decline: { from: ["applied"], to: "declined" },
  deny: { from: ["applied", "held", "placed", "waitlisted", "offered"], to: "ineligible" },
  withdraw: { from: ["unconfirmed", "applied", "held", "placed", "waitlisted", "offered"], to: "withdrawn" },
  miss: { from: ["placed"], to: "noShow" },
  complete: { from: ["placed"], to: "completed" },
};

/** What may happen next; the buttons beside a registration are drawn from this. */
export function possibleSteps(state: RegistrationState): StepName[] {
  return stepNames.filter((name) => steps[name].from.includes(state));
}

/** Whether a registration in this state may take a step. */
export function canStep(state: RegistrationState, step: StepName): boolean {
  return steps[step].from.includes(state);
}
