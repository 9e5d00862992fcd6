import { dateIn } from "#kernel/clock.ts";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { tellFollower } from "#features/meetings/matter/following/commands.ts";
import { followingMail } from "#features/meetings/matter/following/following-mail.tsx";
import { followersToTell } from "#features/meetings/matter/following/queries.ts";
import { matterMailJob } from "#features/meetings/matter/matter-jobs.ts";

/** Tells those who follow a matter, and may still see it, that something has happened to it. */
const followersHandler = handle(matterMailJob, async ({ matterId, stepNo }, { db, now, config, translate }) => {
  for (const told of await followersToTell(db, matterId, stepNo, dateIn(now()))) {
    await tellFollower(db, now, told, (each, token) =>
      followingMail(translate[each.language], each, { token, baseUrl: config.baseUrl }),
    );
  }
});

/** Everything that is done by itself about matters. */
export const matterJobs: readonly JobHandler[] = [followersHandler];
