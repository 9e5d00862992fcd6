import { z } from "zod";
import { SubmissionId } from "#features/circles/assignment/assignment.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells whoever wrote a text that one who leads the circle has answered it. */
export const feedbackMailJob = job("circles.feedback_mail", z.strictObject({ submissionId: SubmissionId }));
