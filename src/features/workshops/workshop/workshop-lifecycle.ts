import type { WorkshopState } from "#features/workshops/workshop/workshop.ts";

export type WorkshopStep = "open" | "pause" | "goOn" | "close" | "openAgain";

type Step = { readonly from: readonly WorkshopState[]; readonly to: WorkshopState };

/** The life of a workshop: it may be closed and opened again, and never goes back to being prepared. */
export const workshopSteps: Readonly<Record<WorkshopStep, Step>> = {
  open: { from: ["draft"], to: "open" },
  pause: { from: ["open"], to: "paused" },
  goOn: { from: ["paused"], to: "open" },
  close: { from: ["open", "paused"], to: "closed" },
  openAgain: { from: ["closed"], to: "open" },
};

/** Whether a workshop may take a step from the state it is in. */
export function isPossible(step: WorkshopStep, state: WorkshopState): boolean {
  return workshopSteps[step].from.includes(state);
}
