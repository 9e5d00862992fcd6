import { z } from "zod";
import { CommissionId, MatterId } from "#features/meetings/matter/matter.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells those who follow a matter that something has happened to it. */
export const matterMailJob = job(
  "meetings.matter_mail",
  z.strictObject({ matterId: MatterId, stepNo: z.number().int().min(1) }),
);

/** Tells somebody that they have been given a commission. */
export const commissionMailJob = job("meetings.commission_mail", z.strictObject({ commissionId: CommissionId }));

/** Tells whoever asked from outside what the answer is. */
export const intakeAnswerMailJob = job(
  "meetings.intake_answer_mail",
  z.strictObject({ commissionId: CommissionId, version: z.number().int().min(1) }),
);
