import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** How somebody signs in. Secrets are told by their kind alone: a password's hash helps nobody but whoever wants to break it. */
export async function ownData(db: Reader, { personId }: Whose): Promise<readonly OwnSection[]> {
  if (personId === undefined) return [{ section: "signIns", rows: [] }];
  const sessions = await db
    .selectFrom("sign_in_session")
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .select((eb) => [eb.val("session").as("kind"), "created_at as createdAt", "expires_at as expiresAt"])
    .execute();
  const accounts = await db
    .selectFrom("sign_in_account")
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .select(["provider_id as kind", "created_at as createdAt"])
    .execute();
  const passkeys = await db
    .selectFrom("sign_in_passkey")
    .where("person_id", "=", personId)
    .orderBy("created_at")
    .select((eb) => [eb.val("passkey").as("kind"), "name", "created_at as createdAt"])
    .execute();
  const factors = await db
    .selectFrom("sign_in_two_factor")
    .where("person_id", "=", personId)
    .select((eb) => [eb.val("secondFactor").as("kind"), "verified as confirmed"])
    .execute();
  const secondFactors = factors.map(({ kind, confirmed }) => ({ kind, secondFactor: confirmed ?? false }));
  return [{ section: "signIns", rows: [...sessions, ...accounts, ...passkeys, ...secondFactors] }];
}
