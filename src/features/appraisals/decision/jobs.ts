import { dateIn } from "#kernel/clock.ts";
import { every, handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { decidedMailJob } from "#features/appraisals/decision/decision-jobs.ts";
import { cameBackMail, decidedMail } from "#features/appraisals/decision/mails/decision-mail.tsx";
import { decidedToTell, decisionsToRemindOf } from "#features/appraisals/decision/mails/queries.ts";

/** Tells those who wrote what was decided. */
const decidedHandler = handle(decidedMailJob, async ({ decisionId, personId }, { db, config, translate }) => {
  const told = await decidedToTell(db, decisionId, personId);
  if (told) await post(db, decidedMail({ t: translate[told.language], baseUrl: config.baseUrl }, told));
});

/** Brings decisions back on their day to those who decided and those who wrote. */
export const bringDecisionsBackHandler = every(
  "appraisals.bring_decisions_back",
  "20 7 * * *",
  async ({ db, now, config, translate }) => {
    const today = dateIn(now());
    for (const told of await decisionsToRemindOf(db, today))
      await post(db, cameBackMail({ t: translate[told.language], baseUrl: config.baseUrl, today }, told));
  },
);

/** Everything that is done by itself about decisions on methods. */
export const decisionJobs: readonly JobHandler[] = [decidedHandler, bringDecisionsBackHandler];
