import { type Id, newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { CalendarMethod } from "#platform/calendar/calendar.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { deliverMail } from "#platform/mail/mail-jobs.ts";

export type MailId = Id<"mail">;

/** A mail ready to be posted. It goes to one person, because mail is forwarded and addresses are nobody else's. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: { readonly name: string; readonly address: string } | undefined;
  readonly from?: { readonly name: string } | undefined;
  readonly calendar?: { readonly method: CalendarMethod; readonly ics: string } | undefined;
  /** The id of what the mail is about, so that whoever looks after it sees what became of the mail. */
  readonly about?: string | undefined;
  /** The same mail has the same key: posted twice, it is sent once. */
  readonly key?: string | undefined;
};

/**
 * Puts a mail in the outbox, to be sent after the transaction; gives nothing when the same mail is already there.
 * Called by a job, which has no change of its own to make, it opens a transaction itself.
 */
export async function post(db: Tx | Database, mail: Mail): Promise<MailId | undefined> {
  if (!db.isTransaction) return db.transaction().execute((tx) => post(tx, mail));
  const id = newId<"mail">();
  const posted = await db
    .insertInto("mail")
    .values({
      id,
      dedupe_key: mail.key ?? null,
      about: mail.about ?? null,
      to_address: checkedAddress(mail.to),
      reply_to_name: mail.replyTo ? headline(mail.replyTo.name) : null,
      reply_to_address: mail.replyTo ? checkedAddress(mail.replyTo.address) : null,
      from_name: mail.from ? headline(mail.from.name) : null,
      subject: headline(mail.subject),
      body_text: mail.text,
      body_html: mail.html,
      calendar_method: mail.calendar?.method ?? null,
      calendar_file: mail.calendar?.ics ?? null,
    })
    .onConflict((conflict) => conflict.column("dedupe_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!posted) return undefined;
  await enqueue(db as Tx, deliverMail, { mailId: id });
  return id;
}

/** One address and nothing else: a comma, a line break or a bracket would name more people, or another header. */
const oneAddress = /^[^\s@,;:<>()[\]\\"]+@[^\s@,;:<>()[\]\\"]+\.[^\s@,;:<>()[\]\\".]+$/u;

function checkedAddress(address: string): string {
  if (address.length <= 254 && oneAddress.test(address)) return address;
  throw new Refusal("invalid", "platform.mail.bad_address", { address: headline(address).slice(0, 100) });
}

/** A text that stands in a mail's head: one line, and no signs that turn the direction of what follows. */
function headline(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .trim()
    .slice(0, 300);
}
