import type { Phase } from "#features/appraisals/method/method.ts";

/**
 * How an introduction goes on from each phase. It goes forward a phase or two, and back when it must; it can be phased
 * out from anywhere, and begun anew after that. Integration takes years, so nothing hurries it.
 */
export const nextPhases: Readonly<Record<Phase, readonly Phase[]>> = {
  need: ["installation", "initialUse", "phasedOut"],
  installation: ["need", "initialUse", "fullUse", "phasedOut"],
  initialUse: ["installation", "fullUse", "phasedOut"],
  fullUse: ["initialUse", "maintained", "phasedOut"],
  maintained: ["initialUse", "fullUse", "phasedOut"],
  phasedOut: ["installation", "initialUse"],
};

/** Whether an introduction may come to a phase from the one it is in. */
export function mayCome(from: Phase, to: Phase): boolean {
  return nextPhases[from].includes(to);
}
