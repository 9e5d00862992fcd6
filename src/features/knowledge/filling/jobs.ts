import { clockwork } from "#kernel/actor.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { every, handle, type JobHandler } from "#platform/jobs/worker.ts";
import { outsideOf } from "#platform/outside/ask-outside.ts";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { harvestJob } from "#features/knowledge/filling/harvest-jobs.ts";
import { harvest } from "#features/knowledge/filling/harvest/commands.ts";
import { harvestsDue } from "#features/knowledge/filling/harvest/queries.ts";
import { checkLinks } from "#features/knowledge/filling/links/commands.ts";

/** Between two questions to the same archive, in milliseconds, and for how long one job asks: a job has 90 seconds. */
const manners = { pause: 1_500, budget: 40_000 };

/** Every quarter of an hour: the archives whose time it is, and those where a harvest was broken off. */
const askArchivesHandler = every("knowledge.ask_archives", "*/15 * * * *", async ({ db, now }) => {
  for (const id of await harvestsDue(db, now())) await leaveHarvest(db, id);
});

const harvestHandler = handle(harvestJob, async ({ sourceId }, { db, now, config }) => {
  const outcome = await harvest(db, now, sourceId, { outside: outsideOf(config), ...manners });
  if (outcome === "more") await leaveHarvest(db, sourceId);
});

/** By night, some at a time: where the links of what is published lead. */
const checkLinksHandler = every("knowledge.check_links", "*/10 1-5 * * *", async ({ db, now, config }) => {
  await checkLinks(db, now, { outside: outsideOf(config), ...manners, most: 20 });
});

async function leaveHarvest(db: Database, sourceId: HarvestSourceId): Promise<void> {
  await change(db, clockwork, async (tx) => {
    markRecorded(tx);
    await enqueue(tx, harvestJob, { sourceId }, { singletonKey: sourceId });
  });
}

/** Everything that is done by itself about bringing knowledge in. */
export const fillingJobs: readonly JobHandler[] = [askArchivesHandler, harvestHandler, checkLinksHandler];
