import { z } from "zod";
import { RegistrationId, Reason } from "#features/circles/registration/registration.ts";
import { outcomes } from "#features/circles/registration/selection/selection-balance.ts";

/** What somebody who selects decides about one applicant, and on what ground. (R026) */
export const SelectionDecision = z.strictObject({
  registrationId: RegistrationId,
  outcome: z.enum(outcomes),
  reason: Reason,
});
export type SelectionDecision = z.output<typeof SelectionDecision>;

/** Decisions that are written down together. */
export const SelectionDecisions = z.strictObject({ decisions: z.array(SelectionDecision).min(1).max(1_000) });
