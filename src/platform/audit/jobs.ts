import type { Language } from "#kernel/messages.ts";
import { headMail } from "#platform/audit/head-mail.tsx";
import { auditHead } from "#platform/audit/queries.ts";
import type { Reader } from "#platform/database/database.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Who keeps the log's head: the administrators of the installation. */
export type Keepers = (
  db: Reader,
  now: Temporal.Instant,
) => Promise<readonly { readonly email: string; readonly language: Language }[]>;

/** Mails the head of the log to its keepers every Monday morning, when there is something new in it. */
export function mailAuditHeadHandler(keepers: Keepers): JobHandler {
  return every("platform.mail_audit_head", "0 7 * * 1", async ({ db, now, translate }) => {
    const last = await auditHead(db);
    if (!last) return;
    for (const { email, language } of await keepers(db, now())) {
      await post(db, headMail(last.head, last.records, email, translate[language]));
    }
  });
}
