import { handoverMailJob } from "#features/circles/handover/handover-jobs.ts";
import { handoverMail } from "#features/circles/handover/handover-mail.tsx";
import { handoverContent } from "#features/circles/handover/queries.ts";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Tells whoever has taken a round over what waits in it, as it is when the mail is written. */
const handoverMailHandler = handle(handoverMailJob, async ({ handoverId }, { db, now, config, translate }) => {
  const content = await handoverContent(db, handoverId, now());
  if (!content) return;
  const around = { baseUrl: config.baseUrl, now: now(), key: `handover ${handoverId}` };
  await post(db, handoverMail(translate[content.language], content, around));
});

/** What is done by itself when a round has been handed over. */
export const handoverJobs: readonly JobHandler[] = [handoverMailHandler];
