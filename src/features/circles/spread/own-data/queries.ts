import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** Whom somebody has told of what they learnt in their circles. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const rows = await db
    .selectFrom("spread as s")
    .innerJoin("registration as r", "r.id", "s.registration_id")
    .innerJoin("round as c", "c.id", "r.round_id")
    .where((eb) => eb.or([eb("r.person_id", "=", personId ?? null), eb("r.email", "=", email ?? null)]))
    .orderBy("s.told_on")
    .select(["c.title as round", "s.told_on as at", "s.manner as kind"])
    .select(sql<string>`s.audience || ': ' || s.reached`.as("text"))
    .execute();
  return [{ section: "spread", rows }];
}
