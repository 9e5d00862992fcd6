import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { proposedMailJob, sentBackMailJob } from "#features/appraisals/appraisal/appraisal-jobs.ts";
import { proposedMail, sentBackMail } from "#features/appraisals/appraisal/mails/appraisal-mail.tsx";
import { authorsToTell, deciderToTell } from "#features/appraisals/appraisal/mails/queries.ts";

/** Tells whoever decides that an appraisal is proposed to them, unless it was taken back since. */
const proposedHandler = handle(proposedMailJob, async ({ appraisalId, version }, { db, config, translate }) => {
  const told = await deciderToTell(db, appraisalId);
  if (!told) return;
  await post(db, proposedMail({ t: translate[told.language], baseUrl: config.baseUrl }, told, version));
});

/** Tells the authors what whoever decides wants to know, unless it is answered since. */
const sentBackHandler = handle(
  sentBackMailJob,
  async ({ appraisalId, inquiryId, version }, { db, config, translate }) => {
    for (const told of await authorsToTell(db, appraisalId, inquiryId))
      await post(db, sentBackMail({ t: translate[told.language], baseUrl: config.baseUrl }, told, version));
  },
);

/** Everything that is done by itself about appraisals. */
export const appraisalJobs: readonly JobHandler[] = [proposedHandler, sentBackHandler];
