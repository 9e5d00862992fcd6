import { dateIn } from "#kernel/clock.ts";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { checklistPublishedMail } from "#features/workshops/checklist/publishing/published-mail.tsx";
import { memberToTell } from "#features/workshops/checklist/publishing/queries.ts";
import { checklistPublishedMailJob } from "#features/workshops/checklist/publishing/publishing-jobs.ts";

/** Asks again what stands: somebody may have left their seat since. */
const publishedHandler = handle(
  checklistPublishedMailJob,
  async ({ versionId, personId }, { db, now, config, translate }) => {
    const told = await memberToTell(db, versionId, personId, dateIn(now()));
    if (told) await post(db, checklistPublishedMail(translate[told.language], config.baseUrl, told));
  },
);

/** Everything that is done by itself when a checklist is published. */
export const checklistJobs: readonly JobHandler[] = [publishedHandler];
