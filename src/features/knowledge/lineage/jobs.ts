import { dateIn } from "#kernel/clock.ts";
import { restingMailJob } from "#features/knowledge/lineage/lineage-jobs.ts";
import { keepersToTell } from "#features/knowledge/lineage/mails/queries.ts";
import { restingMail } from "#features/knowledge/lineage/mails/resting-mail.tsx";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Tells each who keeps something that rests on an item once, if there still is something for them to look at. */
const restingHandler = handle(restingMailJob, async (told, { db, config, translate, now }) => {
  for (const keeper of await keepersToTell(db, told, dateIn(now())))
    await post(db, restingMail({ t: translate[keeper.language], baseUrl: config.baseUrl }, told, keeper));
});

/** Everything that is done by itself about what rests on knowledge. */
export const lineageJobs: readonly JobHandler[] = [restingHandler];
