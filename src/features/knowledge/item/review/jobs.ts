import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { reviewAskedMailJob, versionMailJob } from "#features/knowledge/item/review/item-review-jobs.ts";
import { reviewerToAsk, writerToTell } from "#features/knowledge/item/review/mails/queries.ts";
import { reviewAskedMail, versionMail } from "#features/knowledge/item/review/mails/review-mail.tsx";

/** Asks somebody to review, if it still waits for them. */
const reviewAskedHandler = handle(reviewAskedMailJob, async ({ reviewId }, { db, config, translate }) => {
  const told = await reviewerToAsk(db, reviewId);
  if (told) await post(db, reviewAskedMail({ t: translate[told.language], baseUrl: config.baseUrl }, told));
});

/** Tells whoever wrote a version what became of it. */
const versionHandler = handle(versionMailJob, async ({ versionId, personId, what }, { db, config, translate }) => {
  const told = await writerToTell(db, versionId, personId);
  if (told) await post(db, versionMail({ t: translate[told.language], baseUrl: config.baseUrl }, told, what));
});

/** Everything that is done by itself about reviewing. */
export const itemReviewJobs: readonly JobHandler[] = [reviewAskedHandler, versionHandler];
