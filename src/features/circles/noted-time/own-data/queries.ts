import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** Time that somebody has noted for themselves in their circles. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const rows = await db
    .selectFrom("noted_time as n")
    .innerJoin("registration as r", "r.id", "n.registration_id")
    .innerJoin("round as c", "c.id", "r.round_id")
    .where((eb) => eb.or([eb("r.person_id", "=", personId ?? null), eb("r.email", "=", email ?? null)]))
    .orderBy("n.day")
    .orderBy("n.noted_at")
    .select(["c.title as round", "n.day as at", "n.minutes", "n.purpose as kind", "n.words as text"])
    .execute();
  return [{ section: "notedTime", rows }];
}
