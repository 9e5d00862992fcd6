import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { ReviewId, VersionId } from "#features/knowledge/item/item.ts";
import { job } from "#platform/jobs/job.ts";

/** Asks somebody to review a version. */
export const reviewAskedMailJob = job("knowledge.review_asked_mail", z.strictObject({ reviewId: ReviewId }));

/** Tells whoever wrote a version what became of it: what a reviewer said, or that it is published. */
export const versionMailJob = job(
  "knowledge.version_mail",
  z.strictObject({
    versionId: VersionId,
    personId: PersonId,
    what: z.enum(["approved", "changesWanted", "sentBack", "published"]),
  }),
);
