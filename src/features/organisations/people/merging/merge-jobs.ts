import { z } from "zod";
import { MergeId } from "#features/organisations/people/merging/person-merge.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells both addresses that two entries were made one person, or are two again. */
export const mergeMailJob = job(
  "organisations.merge_mail",
  z.strictObject({ mergeId: MergeId, what: z.enum(["merged", "undone"]) }),
);
