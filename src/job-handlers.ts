import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { organisationJobs } from "#features/organisations/people/jobs.ts";
import { tidyHandler } from "#platform/jobs/platform-handlers.ts";
import type { JobHandler } from "#platform/jobs/worker.ts";
import { deliverMailHandler, forgetMailsHandler } from "#platform/mail/jobs.ts";

/** Everything the installation does by itself. */
export const jobHandlers: readonly JobHandler[] = [
  deliverMailHandler,
  forgetMailsHandler,
  tidyHandler,
  ...organisationJobs,
  ...registrationJobs,
];
