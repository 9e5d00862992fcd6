import type { Actor, Grant } from "#kernel/actor.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { TokenId } from "#platform/tokens/queries.ts";
import { newSecret, secretHash } from "#platform/tokens/secret-token.ts";

export type NewToken = {
  /** What the token is for, in its owner's words. */
  readonly name: string;
  readonly scopes: readonly Grant[];
  readonly expiresAt: Temporal.Instant;
};

const shortest = 24;
const longest = 24 * 366;

/**
 * Makes an API token for whoever asks, and gives its secret: the one time anybody sees it. A token carries no more
 * than its owner is trusted with.
 */
export function createToken(
  db: Database,
  actor: Actor,
  { name, scopes, expiresAt }: NewToken,
  now: Temporal.Instant,
): Promise<{ id: TokenId; secret: string }> {
  return change(db, actor, async (tx) => {
    const { personId } = actor;
    if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
    const hours = expiresAt.since(now).total("hours");
    if (hours < shortest || hours > longest) throw new Refusal("invalid", "platform.token.expiry");
    const missing = scopes.find((scope) => !actor.reach.has(scope));
    if (missing) throw new Refusal("forbidden", "platform.token.scope", { scope: missing });

    const id = newId<"api_token">();
    const secret = newSecret();
    await tx
      .insertInto("api_token")
      .values({
        id,
        person_id: personId,
        name,
        token_hash: secretHash(secret),
        scopes: [...new Set(scopes)],
        expires_at: expiresAt,
      })
      .execute();
    await record(tx, {
      by: actor,
      what: "platform.token_created",
      about: id,
      after: { scopes, expiresAt: expiresAt.toString() },
    });
    return { id, secret };
  });
}

/** Makes one of one's own tokens useless at once. Revoking it again changes nothing. */
export function revokeToken(db: Database, actor: Actor, id: TokenId, now: Temporal.Instant): Promise<void> {
  return change(db, actor, async (tx) => {
    const token = await tx
      .selectFrom("api_token")
      .select(["revoked_at"])
      .where("id", "=", id)
      .where("person_id", "=", actor.personId ?? null)
      .forUpdate()
      .executeTakeFirst();
    if (!token) throw new Refusal("not_found", "platform.token.unknown");
    if (!token.revoked_at) await tx.updateTable("api_token").set({ revoked_at: now }).where("id", "=", id).execute();
    await record(tx, { by: actor, what: "platform.token_revoked", about: id });
  });
}

/** Makes all of somebody's tokens useless: part of a change that ends them. */
export async function endTokensOf(tx: Tx, personId: PersonId, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable("api_token")
    .set({ revoked_at: at })
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .execute();
}
