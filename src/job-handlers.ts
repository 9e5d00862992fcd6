import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { roundJobs } from "#features/circles/round/jobs.ts";
import { organisationJobs } from "#features/organisations/people/jobs.ts";
import { administratorAddresses } from "#features/organisations/people/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { platformHandlers } from "#platform/jobs/platform-handlers.ts";
import type { JobHandler } from "#platform/jobs/worker.ts";

/** Everything the installation does by itself. */
export const jobHandlers: readonly JobHandler[] = [
  ...platformHandlers((db, now) => administratorAddresses(db, dateIn(now))),
  ...organisationJobs,
  ...registrationJobs,
  ...roundJobs,
];
