import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** That somebody has answered, as long as it is known. What they answered cannot be found by whose it is. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const rows = await db
    .selectFrom("questionnaire_answered as q")
    .innerJoin("registration as r", "r.id", "q.registration_id")
    .innerJoin("round as c", "c.id", "q.round_id")
    .where((eb) => eb.or([eb("r.person_id", "=", personId ?? null), eb("r.email", "=", email ?? null)]))
    .orderBy("c.title")
    .orderBy("q.occasion", "desc")
    .select(["c.title as round", "q.occasion as subject"])
    .execute();
  return [{ section: "questionnaires", rows }];
}
