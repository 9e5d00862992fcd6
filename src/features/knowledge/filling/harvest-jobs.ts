import { z } from "zod";
import { job } from "#platform/jobs/job.ts";
import { HarvestSourceId } from "#features/knowledge/filling/filling.ts";

/** Goes on with the harvest of one archive for a while. What is left is left in a job of its own. */
export const harvestJob = job("knowledge.harvest", z.strictObject({ sourceId: HarvestSourceId }), {
  retries: 3,
  firstWait: 60,
  longestWait: 600,
});
