import { z } from "zod";
import { ProviderId } from "#features/sign-in/providers/provider.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells those who answer for the whole installation that domains wait for them. */
export const approvalMailJob = job("sign_in.approval_mail", z.strictObject({ providerId: ProviderId }));
