import { sql } from "kysely";
import { type Keepers, mailAuditHeadHandler } from "#platform/audit/jobs.ts";
import { forgetKeys } from "#platform/idempotency/idempotency.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import { deliverMailHandler, forgetMailsHandler } from "#platform/mail/jobs.ts";
import { forgetCounts } from "#platform/rate-limits/limits.ts";

/** Throws away what is no longer of use: counts, repeated-write keys, and links a month after they expired. */
export const tidyHandler = every("platform.tidy", "*/30 * * * *", async ({ db, now }) => {
  await forgetCounts(db);
  await forgetKeys(db);
  await sql`delete from mailed_link where expires_at < ${now()}::timestamptz - interval '30 days'`.execute(db);
});

/** The platform's own work, beside that of the features. */
export function platformHandlers(keepers: Keepers): readonly JobHandler[] {
  return [deliverMailHandler, forgetMailsHandler, tidyHandler, mailAuditHeadHandler(keepers)];
}
