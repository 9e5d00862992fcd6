import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** The rounds somebody is named on, as contact, as leader or as the one who answers for it. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const contact = await db
    .selectFrom("round_contact as k")
    .innerJoin("round as c", "c.id", "k.round_id")
    .where(sql<boolean>`lower(k.email) = ${email ?? null}`)
    .orderBy("c.title")
    .select(["c.title as round", "k.name", "k.title", "k.email", "k.phone"])
    .execute();
  const leader = await db
    .selectFrom("round_leader as l")
    .innerJoin("round as c", "c.id", "l.round_id")
    .where("l.person_id", "=", personId ?? null)
    .orderBy("c.title")
    .select(["c.title as round", "l.name", "l.title", "l.part"])
    .execute();
  const responsible = await db
    .selectFrom("round as c")
    .where("c.responsible_id", "=", personId ?? null)
    .orderBy("c.title")
    .select((eb) => ["c.title as round", eb.val("responsible").as("part")])
    .execute();
  return [{ section: "rounds", rows: [...contact, ...leader, ...responsible] }];
}
