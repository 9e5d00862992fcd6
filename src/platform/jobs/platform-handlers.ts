import { type Keepers, mailAuditHeadHandler } from "#platform/audit/jobs.ts";
import { forgetUnusedHandler } from "#platform/files/unused-files.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import { deliverMailHandler } from "#platform/mail/jobs.ts";
import { forgetCounts } from "#platform/rate-limits/limits.ts";

/** Throws away counts that no longer count. What holds something about a person is erased by `dueDeletions`. */
export const tidyHandler = every("platform.tidy", "*/30 * * * *", ({ db }) => forgetCounts(db));

/** The platform's own work, beside that of the features. */
export function platformHandlers(keepers: Keepers): readonly JobHandler[] {
  return [deliverMailHandler, tidyHandler, forgetUnusedHandler, mailAuditHeadHandler(keepers)];
}
