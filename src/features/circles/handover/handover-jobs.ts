import { z } from "zod";
import { HandoverId } from "#features/circles/handover/handover.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells whoever has taken a round over what is open in it. */
export const handoverMailJob = job("circles.handover_mail", z.strictObject({ handoverId: HandoverId }));
