import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { changeMailToLeader } from "#features/circles/change-notice/change-notice-jobs.ts";
import { leaderMail } from "#features/circles/change-notice/leader-mail.tsx";
import { leaderToTell } from "#features/circles/change-notice/queries.ts";

const changeMailToLeaderHandler = handle(changeMailToLeader, async (left, { db, now, config, translate }) => {
  const leader = await leaderToTell(db, left);
  if (!leader) return;
  await post(db, leaderMail(leader, { t: translate[leader.language], baseUrl: config.baseUrl, now: now() }));
});

/** Everything that is done by itself about what was changed in a circle. */
export const changeNoticeJobs: readonly JobHandler[] = [changeMailToLeaderHandler];
