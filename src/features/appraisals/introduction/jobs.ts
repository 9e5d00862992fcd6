import { dateIn } from "#kernel/clock.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { stepsToRemindOf } from "#features/appraisals/introduction/mails/queries.ts";
import { stepMail } from "#features/appraisals/introduction/mails/step-mail.tsx";

/** Reminds whoever is responsible of what is to be done in an introduction: a week before its day, and when it has been. */
export const remindOfStepsHandler = every(
  "appraisals.remind_of_steps",
  "50 7 * * *",
  async ({ db, now, config, translate }) => {
    const today = dateIn(now());
    for (const reminded of await stepsToRemindOf(db, today))
      await post(db, stepMail({ t: translate[reminded.language], baseUrl: config.baseUrl, today }, reminded));
  },
);

/** Everything that is done by itself about introductions. */
export const introductionJobs: readonly JobHandler[] = [remindOfStepsHandler];
