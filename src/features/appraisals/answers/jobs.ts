import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { inquiryAnsweredMailJob, inquiryMailJob } from "#features/appraisals/answers/answer-jobs.ts";
import { askedMail, inquiryAnsweredMail } from "#features/appraisals/answers/mails/inquiry-mail.tsx";
import { askerToTell, authorToTell } from "#features/appraisals/answers/mails/queries.ts";

/** Tells the authors what is asked, unless it is answered already. */
const askedHandler = handle(inquiryMailJob, async ({ inquiryId, personId }, { db, config, translate }) => {
  const told = await authorToTell(db, inquiryId, personId);
  if (told) await post(db, askedMail({ t: translate[told.language], baseUrl: config.baseUrl }, told));
});

/** Tells whoever asked that there is an answer. */
const answeredHandler = handle(inquiryAnsweredMailJob, async ({ inquiryId }, { db, config, translate }) => {
  const told = await askerToTell(db, inquiryId);
  if (told) await post(db, inquiryAnsweredMail({ t: translate[told.language], baseUrl: config.baseUrl }, told));
});

/** Everything that is done by itself about the questions of an appraisal. */
export const answerJobs: readonly JobHandler[] = [askedHandler, answeredHandler];
