import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells one of those who made an appraisal that somebody has taken it over. */
export const takenOverMailJob = job(
  "appraisals.taken_over_mail",
  z.strictObject({ appraisalId: AppraisalId, personId: PersonId }),
);
