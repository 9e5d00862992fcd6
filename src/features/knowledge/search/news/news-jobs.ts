import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells one person by mail what is new of what they search for and follow. Once for each month. */
export const newsMailJob = job(
  "knowledge.news_mail",
  z.strictObject({ personId: PersonId, month: z.string().regex(/^\d{4}-\d{2}$/u) }),
);
