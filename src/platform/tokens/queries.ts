import type { Grant } from "#kernel/actor.ts";
import type { Id, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { secretHash } from "#platform/tokens/secret-token.ts";

export type TokenId = Id<"api_token">;

/** Whose token it is and what it carries. What its owner may do today is for the roles to say. */
export type LiveToken = {
  readonly id: TokenId;
  readonly personId: PersonId;
  readonly scopes: readonly Grant[];
  readonly expiresAt: Temporal.Instant;
};

/** The token behind a secret, as long as it is valid. Nothing tells a wrong secret from an old or revoked one. */
export async function liveToken(db: Reader, secret: string, now: Temporal.Instant): Promise<LiveToken | undefined> {
  const token = await db
    .selectFrom("api_token")
    .select(["id", "person_id as personId", "scopes", "expires_at as expiresAt"])
    .where("token_hash", "=", secretHash(secret))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  return token && { ...token, scopes: token.scopes as Grant[] };
}

/** The tokens a person has or had, newest first; never their secrets, which nobody knows. */
export async function tokensOf(db: Reader, personId: PersonId) {
  return db
    .selectFrom("api_token")
    .select(["id", "name", "scopes", "created_at as createdAt", "expires_at as expiresAt", "revoked_at as revokedAt"])
    .where("person_id", "=", personId)
    .orderBy("id", "desc")
    .execute();
}
