import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { takenOverMailJob } from "#features/appraisals/adoption/adoption-jobs.ts";
import { takenOverMail } from "#features/appraisals/adoption/mails/taken-over-mail.tsx";
import { makerToTell } from "#features/appraisals/adoption/queries.ts";

/** Tells those who made an appraisal that it is taken over. */
const takenOverHandler = handle(takenOverMailJob, async ({ appraisalId, personId }, { db, config, translate }) => {
  const told = await makerToTell(db, appraisalId, personId);
  if (told) await post(db, takenOverMail(translate[told.language], config.baseUrl, told));
});

/** Everything that is done by itself when an appraisal is taken over. */
export const adoptionJobs: readonly JobHandler[] = [takenOverHandler];
