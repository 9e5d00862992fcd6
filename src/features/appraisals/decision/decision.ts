import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";
import type { Decision } from "#features/appraisals/appraisal/appraisal.ts";

/** What was decided about a method. One that is decided anew, as a pilot is, has one more. (R205) */
export const DecisionId = idOf("appraisal_decision");
export type DecisionId = Id<"appraisal_decision">;

/** How it went beside what was expected. Not knowing is an answer too, and is not the same as not having asked. */
export const mets = ["better", "asExpected", "partly", "notMet", "notKnown"] as const;
export const Met = z.enum(mets);
export type Met = z.infer<typeof Met>;

/** Whether a decision begins something, so that it must say what is expected of it. */
export function beginsSomething(decision: Decision): boolean {
  return decision === "pilot" || decision === "broad";
}

/** What of a decision settles when it comes back. */
export type ComingBack = {
  readonly decision: Decision;
  readonly expectedBy: Temporal.PlainDate | null;
  readonly decideAgainOn: Temporal.PlainDate | null;
  readonly met: Met | null;
};

/** What waits to be done with a decision on a day: telling how it went, and deciding anew. */
export type Due = { readonly outcome: boolean; readonly again: boolean };

/**
 * What a decision asks for today. The outcome is asked for from the day the effect was expected, or from the day it is
 * decided anew where that comes first, since nobody should decide anew without it; what began nothing has no outcome.
 */
export function dueOf({ decision, expectedBy, decideAgainOn, met }: ComingBack, today: Temporal.PlainDate): Due {
  const hasCome = (day: Temporal.PlainDate | null) => day !== null && Temporal.PlainDate.compare(day, today) <= 0;
  const again = hasCome(decideAgainOn);
  return { outcome: beginsSomething(decision) && met === null && (hasCome(expectedBy) || again), again };
}
