import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { InquiryId } from "#features/appraisals/answers/answer.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells one of the authors that something is asked. */
export const inquiryMailJob = job(
  "appraisals.inquiry_mail",
  z.strictObject({ inquiryId: InquiryId, personId: PersonId }),
);

/** Tells whoever asked that there is an answer. */
export const inquiryAnsweredMailJob = job("appraisals.inquiry_answered_mail", z.strictObject({ inquiryId: InquiryId }));
