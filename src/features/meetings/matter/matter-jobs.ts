import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { CommissionId, MatterId } from "#features/meetings/matter/matter.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells those who follow a matter that something has happened to it. */
export const matterMailJob = job(
  "meetings.matter_mail",
  z.strictObject({ matterId: MatterId, stepNo: z.number().int().min(1) }),
);

/** Whom a mail about a commission is for, and at which of its versions they were given it or lost it. */
const OfOwner = z.strictObject({ commissionId: CommissionId, personId: PersonId, version: z.number().int().min(1) });

/** Tells somebody that they have been given a commission. */
export const commissionMailJob = job("meetings.commission_mail", OfOwner);

/** Tells somebody that a commission they had is somebody else's now. */
export const commissionHandedOnMailJob = job("meetings.commission_handed_on_mail", OfOwner);

/** Tells whoever asked from outside what the answer is. */
export const intakeAnswerMailJob = job(
  "meetings.intake_answer_mail",
  z.strictObject({ commissionId: CommissionId, version: z.number().int().min(1) }),
);
