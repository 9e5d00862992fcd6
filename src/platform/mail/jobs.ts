import type { Database } from "#platform/database/database.ts";
import { handle } from "#platform/jobs/worker.ts";
import type { MailId } from "#platform/mail/mail.ts";
import { deliverMail } from "#platform/mail/mail-jobs.ts";
import { type OutgoingMail, UndeliverableMail } from "#platform/mail/mailer.ts";
import { withoutSecrets } from "#platform/tokens/secret-token.ts";

/**
 * Hands one mail of the outbox to the mail server, or keeps it for administrators when there is none.
 *
 * Only a waiting mail is handed over, so a job that runs again sends nothing twice. If the process dies between the
 * server's yes and ours, the second copy carries the same Message-ID. A sent mail no longer shows its secret links.
 */
export const deliverMailHandler = handle(deliverMail, async ({ mailId }, { db, now, mailer, isLastAttempt }) => {
  const mail = await waitingMail(db, mailId);
  if (!mail) return;
  if (!mailer) {
    await settle(db, mailId, { state: "kept", settled_at: now() });
    return;
  }
  try {
    await mailer.send(mail);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    if (isLastAttempt || error instanceof UndeliverableMail) {
      await settle(db, mailId, { state: "failed", settled_at: now(), problem });
      return;
    }
    await settle(db, mailId, { problem });
    throw error;
  }
  const { text, html } = mail;
  await settle(db, mailId, {
    state: "sent",
    settled_at: now(),
    problem: null,
    body_text: withoutSecrets(text),
    body_html: withoutSecrets(html),
  });
});

async function waitingMail(db: Database, mailId: MailId): Promise<OutgoingMail | undefined> {
  const mail = await db
    .selectFrom("mail")
    .selectAll()
    .where("id", "=", mailId)
    .where("state", "=", "waiting")
    .executeTakeFirst();
  if (!mail || mail.body_text === null || mail.body_html === null) return undefined;
  return {
    id: mail.id,
    to: mail.to_address,
    replyTo: mail.reply_to_address ? { name: mail.reply_to_name ?? "", address: mail.reply_to_address } : undefined,
    fromName: mail.from_name ?? undefined,
    subject: mail.subject,
    text: mail.body_text,
    html: mail.body_html,
    calendar: mail.calendar_method ? { method: mail.calendar_method, ics: mail.calendar_file ?? "" } : undefined,
  };
}

type Settling = {
  state?: "sent" | "failed" | "kept";
  settled_at?: Temporal.Instant;
  problem?: string | null;
  body_text?: string;
  body_html?: string;
};

async function settle(db: Database, mailId: MailId, settling: Settling): Promise<void> {
  await db
    .updateTable("mail")
    .set((eb) => ({ ...settling, attempts: settling.state === "kept" ? eb.ref("attempts") : eb("attempts", "+", 1) }))
    .where("id", "=", mailId)
    .where("state", "=", "waiting")
    .execute();
}
