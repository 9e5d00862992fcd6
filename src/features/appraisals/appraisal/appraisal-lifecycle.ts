import type { AppraisalState } from "#features/appraisals/appraisal/appraisal.ts";

export type AppraisalStep = "propose" | "takeBack" | "sendBack" | "decide" | "weighAgain" | "withdraw";

type Step = { readonly from: readonly AppraisalState[]; readonly to: AppraisalState };

/**
 * The life of an appraisal. A proposal may be taken back by those who wrote it or sent back by whoever decides; what is
 * decided may be decided anew, as a pilot is, and weighed again.
 */
export const appraisalSteps: Readonly<Record<AppraisalStep, Step>> = {
  propose: { from: ["weighing"], to: "proposed" },
  takeBack: { from: ["proposed"], to: "weighing" },
  sendBack: { from: ["proposed"], to: "weighing" },
  decide: { from: ["proposed", "decided"], to: "decided" },
  weighAgain: { from: ["decided", "withdrawn"], to: "weighing" },
  withdraw: { from: ["weighing", "proposed"], to: "withdrawn" },
};

/** Whether an appraisal may take a step from the state it is in. */
export function isPossible(step: AppraisalStep, state: AppraisalState): boolean {
  return appraisalSteps[step].from.includes(state);
}
