import type { CommissionState } from "#features/meetings/matter/matter.ts";

export type CommissionStep = "assess" | "accept" | "decline" | "wait" | "begin" | "report" | "resume" | "close";

type Step = { readonly from: readonly CommissionState[]; readonly to: CommissionState };

/**
 * The life of a commission. One from outside is received and weighed; one that a body gives is under way from the day
 * it is given. What is reported is looked at by whoever gave it, who closes it or asks for more.
 */
export const commissionSteps: Readonly<Record<CommissionStep, Step>> = {
  assess: { from: ["received"], to: "assessed" },
  accept: { from: ["received", "assessed", "waiting", "declined"], to: "accepted" },
  decline: { from: ["received", "assessed", "waiting"], to: "declined" },
  wait: { from: ["received", "assessed", "accepted"], to: "waiting" },
  begin: { from: ["accepted", "waiting"], to: "inProgress" },
  report: { from: ["accepted", "inProgress"], to: "reported" },
  resume: { from: ["reported"], to: "inProgress" },
  close: { from: ["accepted", "declined", "waiting", "inProgress", "reported"], to: "closed" },
};

/** Whether a commission may take a step from the state it is in. */
export function isCommissionStepPossible(step: CommissionStep, state: CommissionState): boolean {
  return commissionSteps[step].from.includes(state);
}

/** What may come next; the buttons beside a commission are drawn from this. */
export function possibleCommissionSteps(state: CommissionState): readonly CommissionStep[] {
  return (Object.keys(commissionSteps) as CommissionStep[]).filter((step) => isCommissionStepPossible(step, state));
}

/** What somebody is to say why they do. */
export function needsReason(step: CommissionStep): boolean {
  return step === "decline" || step === "wait";
}

/** What takes the support unit's time now. */
export const loadStates = ["accepted", "inProgress"] as const satisfies readonly CommissionState[];

/** Whether somebody has a commission to do now: it is neither to be answered, heard nor over. */
export function isUnderWay(state: CommissionState): boolean {
  return (loadStates as readonly CommissionState[]).includes(state);
}
