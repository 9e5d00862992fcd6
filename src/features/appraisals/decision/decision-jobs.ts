import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { DecisionId } from "#features/appraisals/decision/decision.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells one of the authors what was decided. */
export const decidedMailJob = job(
  "appraisals.decided_mail",
  z.strictObject({ decisionId: DecisionId, personId: PersonId }),
);
