import { mergeMailJob } from "#features/organisations/people/merging/merge-jobs.ts";
import { mergeMail } from "#features/organisations/people/merging/merge-mail.tsx";
import { mergeFacts } from "#features/organisations/people/merging/queries.ts";
import { handle } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Mails every address of two entries that they were made one, or are two again. */
const mailMerge = handle(mergeMailJob, async ({ mergeId, what }, { db, config, translate }) => {
  for (const facts of await mergeFacts(db, mergeId))
    await post(db, mergeMail({ ...facts, mergeId, what }, translate[facts.language], config.baseUrl));
});

export const mergingJobs = [mailMerge];
