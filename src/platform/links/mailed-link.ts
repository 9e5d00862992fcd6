import { Refusal } from "#kernel/refusal.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import { newSecret, secretHash } from "#platform/tokens/secret-token.ts";

export type LinkState = "open" | "spent" | "expired";

export type IssuedLink = {
  /** The one thing the link is for: "circles.confirm_application" */
  readonly purpose: string;
  /** The id of what it is about. */
  readonly subject: string;
  /** The version of it that the mail showed; a link to an older version is not accepted for a newer one. */
  readonly version?: string | undefined;
  readonly expiresAt: Temporal.Instant;
};

/** What a link is about, and whether it can still be used. */
export type ReadLink = { readonly subject: string; readonly version: string | undefined; readonly state: LinkState };

/** Makes the secret of a link to be mailed. We keep only its hash, so this is the one time anybody sees it. */
export async function issueLink(tx: Tx, { purpose, subject, version, expiresAt }: IssuedLink): Promise<string> {
  const secret = newSecret();
  await tx
    .insertInto("mailed_link")
    .values({ token_hash: secretHash(secret), purpose, subject, version: version ?? null, expires_at: expiresAt })
    .execute();
  return secret;
}

/**
 * What a link leads to, without using it: mail scanners open every link, so opening one changes nothing, however
 * often. Nothing for a secret we never sent, or sent for another purpose.
 */
export async function readLink(
  db: Reader,
  purpose: string,
  token: string,
  now: Temporal.Instant,
): Promise<ReadLink | undefined> {
  const link = await db
    .selectFrom("mailed_link")
    .select(["subject", "version", "expires_at", "spent_at", "revoked_at"])
    .where("token_hash", "=", secretHash(token))
    .where("purpose", "=", purpose)
    .executeTakeFirst();
  return link && { subject: link.subject, version: link.version ?? undefined, state: stateOf(link, now) };
}

type Times = { spent_at: Temporal.Instant | null; revoked_at: Temporal.Instant | null; expires_at: Temporal.Instant };

function stateOf({ spent_at, revoked_at, expires_at }: Times, now: Temporal.Instant): LinkState {
  if (spent_at) return "spent";
  return revoked_at || Temporal.Instant.compare(now, expires_at) >= 0 ? "expired" : "open";
}

/**
 * Uses a link, once: a pressed button, never an opened page. Of two who press at the same moment one is refused.
 * With `version` the link is refused when it was sent for another version of its subject.
 */
export async function spendLink(
  tx: Tx,
  purpose: string,
  token: string,
  now: Temporal.Instant,
  wanted: { readonly version?: string } = {},
): Promise<{ readonly subject: string; readonly version: string | undefined }> {
  const link = await tx
    .selectFrom("mailed_link")
    .select(["token_hash", "subject", "version", "expires_at", "spent_at", "revoked_at"])
    .where("token_hash", "=", secretHash(token))
    .where("purpose", "=", purpose)
    .forUpdate()
    .executeTakeFirst();
  if (!link) throw new Refusal("not_found", "platform.link.unknown");
  const state = stateOf(link, now);
  if (state === "spent") throw new Refusal("conflict", "platform.link.spent");
  if (state === "expired") throw new Refusal("conflict", "platform.link.expired");
  if (wanted.version !== undefined && wanted.version !== link.version)
    throw new Refusal("conflict", "platform.link.outdated");
  await tx.updateTable("mailed_link").set({ spent_at: now }).where("token_hash", "=", link.token_hash).execute();
  return { subject: link.subject, version: link.version ?? undefined };
}

/** Makes the links of a purpose about a subject useless, those that are not used yet: a newer one takes their place. */
export async function revokeLinks(tx: Tx, purpose: string, subject: string, now?: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("mailed_link")
    .set((eb) => ({ revoked_at: now ?? eb.fn<Temporal.Instant>("now") }))
    .where("purpose", "=", purpose)
    .where("subject", "=", subject)
    .where("spent_at", "is", null)
    .where("revoked_at", "is", null)
    .execute();
}

/** Lets the links of a purpose about one subject lead to another: the two have turned out to be one. */
export async function moveLinks(tx: Tx, purpose: string, from: string, to: string): Promise<void> {
  await tx
    .updateTable("mailed_link")
    .set({ subject: to })
    .where("purpose", "=", purpose)
    .where("subject", "=", from)
    .execute();
}
