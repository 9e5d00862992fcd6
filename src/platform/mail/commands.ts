import { type Actor, reaches } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type { MailId } from "#platform/mail/mail.ts";
import { deliverMail } from "#platform/mail/mail-jobs.ts";

/** Sends a mail again that failed, or that was kept while there was no mail server. */
export function retryMail(db: Database, actor: Actor, id: MailId): Promise<void> {
  return change(db, actor, async (tx) => {
    const mail = await tx
      .selectFrom("mail")
      .select(["state", "body_text", "about"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!reaches(actor, "outbox:read", {})) throw new Refusal("forbidden", "platform.mail.not_yours");
    if (!mail) throw new Refusal("not_found", "platform.mail.unknown");
    if (mail.state !== "failed" && mail.state !== "kept") throw new Refusal("conflict", "platform.mail.not_retriable");
    if (mail.body_text === null) throw new Refusal("conflict", "platform.mail.forgotten");

    await tx
      .updateTable("mail")
      .set({ state: "waiting", settled_at: null, problem: null })
      .where("id", "=", id)
      .execute();
    await enqueue(tx, deliverMail, { mailId: id });
    await record(tx, { by: actor, what: "platform.mail_retried", about: id, before: { state: mail.state } });
  });
}
