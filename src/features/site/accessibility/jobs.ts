import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { reportAnswerJob } from "#features/site/accessibility/accessibility-jobs.ts";
import { answerToMail } from "#features/site/accessibility/queries.ts";
import { reportAnswerMail } from "#features/site/accessibility/report-answer-mail.tsx";

const reportAnswerHandler = handle(reportAnswerJob, async ({ reportId }, { db, config, translate }) => {
  const mail = await answerToMail(db, reportId);
  if (mail) await post(db, reportAnswerMail(mail, config.baseUrl, translate[mail.language]));
});

/** Everything that accessibility reports do by themselves. */
export const accessibilityJobs: readonly JobHandler[] = [reportAnswerHandler];
