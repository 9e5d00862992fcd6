import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { AppraisalId } from "#features/appraisals/appraisal/appraisal.ts";
import { job } from "#platform/jobs/job.ts";

const version = z.number().int().min(1);

/** Tells whoever is to decide that an appraisal is proposed to them. */
export const proposedMailJob = job("appraisals.proposed_mail", z.strictObject({ appraisalId: AppraisalId, version }));

/** Tells the authors that a proposal is sent back, and what whoever decides wants to know. */
export const sentBackMailJob = job(
  "appraisals.sent_back_mail",
  z.strictObject({ appraisalId: AppraisalId, inquiryId: idOf("appraisal_inquiry"), version }),
);
