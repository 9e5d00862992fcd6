import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** The proposals somebody has made in their circles. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const rows = await db
    .selectFrom("proposal as p")
    .innerJoin("registration as r", "r.id", "p.registration_id")
    .innerJoin("round as c", "c.id", "p.round_id")
    .where((eb) => eb.or([eb("r.person_id", "=", personId ?? null), eb("r.email", "=", email ?? null)]))
    .orderBy("p.created_at")
    .select(["c.title as round", "p.title", "p.state", "p.created_at as createdAt"])
    .select(
      sql<string>`concat_ws(E'\n\n', p.problem, p.content, p.parties, p.research, p.profession, p.service_user, p.asks,
        p.owner)`.as("text"),
    )
    .execute();
  return [{ section: "proposals", rows }];
}
