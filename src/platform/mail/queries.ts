import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { reaches } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { MailId } from "#platform/mail/mail.ts";

export type MailState = "waiting" | "sent" | "failed" | "kept";

export type OutboxWish = {
  readonly states?: readonly MailState[];
  /** Only mails about these. */
  readonly about?: readonly string[];
  /** Only mails to addresses that hold this. */
  readonly to?: string | undefined;
  readonly limit?: number;
  /** The last id of the page before. */
  readonly after?: MailId;
};

/** The outbox belongs to no organisation: it is read by whoever looks after the whole installation. */
function mayReadOutbox(actor: Actor): boolean {
  return reaches(actor, "outbox:read", {});
}

/** The mails of the installation, latest first, without what they say. */
export async function outboxList(db: Reader, actor: Actor, { states, about, to, limit = 50, after }: OutboxWish = {}) {
  if (!mayReadOutbox(actor)) throw new Refusal("forbidden", "platform.mail.not_yours");
  let query = db
    .selectFrom("mail")
    .select([
      "id",
      "to_address as to",
      "subject",
      "about",
      "state",
      "attempts",
      "problem",
      "created_at as createdAt",
      "settled_at as settledAt",
    ])
    .orderBy("id", "desc")
    .limit(Math.min(limit, 200));
  if (states) query = query.where("state", "in", states);
  if (about) query = query.where("about", "in", about);
  if (to) query = query.where(sql<boolean>`strpos(lower(to_address), ${to.trim().toLowerCase()}) > 0`);
  if (after) query = query.where("id", "<", after);
  return query.execute();
}

/** How many mails there are in each state. */
export async function outboxCounts(db: Reader, actor: Actor): Promise<Readonly<Record<MailState, number>>> {
  if (!mayReadOutbox(actor)) throw new Refusal("forbidden", "platform.mail.not_yours");
  const rows = await db
    .selectFrom("mail")
    .select(["state", sql<number>`count(*)::int`.as("count")])
    .groupBy("state")
    .execute();
  return {
    waiting: 0,
    sent: 0,
    failed: 0,
    kept: 0,
    ...Object.fromEntries(rows.map(({ state, count }) => [state, count])),
  };
}

/** One mail with everything it says, as long as it is kept. */
export async function mailOf(db: Reader, actor: Actor, id: MailId) {
  if (!mayReadOutbox(actor)) throw new Refusal("forbidden", "platform.mail.not_yours");
  const mail = await db
    .selectFrom("mail")
    .select([
      "id",
      "to_address as to",
      "reply_to_name as replyToName",
      "reply_to_address as replyToAddress",
      "from_name as fromName",
      "subject",
      "about",
      "state",
      "attempts",
      "problem",
      "body_text as text",
      "body_html as html",
      "calendar_method as calendarMethod",
      "calendar_file as calendarFile",
      "created_at as createdAt",
      "settled_at as settledAt",
    ])
    .where("id", "=", id)
    .executeTakeFirst();
  return mail && { ...mail, can: { retry: mayRetry(mail) } };
}

/** A mail that did not get away can be sent again, as long as we know what it said. */
export function mayRetry(mail: { readonly state: MailState; readonly text: string | null }): boolean {
  return (mail.state === "failed" || mail.state === "kept") && mail.text !== null;
}

/**
 * The mails that did not reach anybody, about things the caller has already found the actor may see: for the page of
 * a round and for "Idag".
 */
export async function failedMailsAbout(db: Reader, about: readonly string[]) {
  if (about.length === 0) return [];
  return db
    .selectFrom("mail")
    .select(["id", "about", "to_address as to", "subject", "problem", "settled_at as failedAt"])
    .where("state", "=", "failed")
    .where("about", "in", about)
    .orderBy("id")
    .execute();
}
