import { z } from "zod";
import { MaybeWords, Ticked } from "#kernel/answers.ts";
import { OrganisationId } from "#kernel/ids.ts";

export const longestQuestion = 2_000;

/** Taking over an appraisal that another organisation has decided on: for which unit, and what it is about there. */
export const TakeOver = z.strictObject({
  organisationId: OrganisationId,
  question: MaybeWords(longestQuestion),
  isInUse: Ticked,
});
export type TakeOver = z.output<typeof TakeOver>;
