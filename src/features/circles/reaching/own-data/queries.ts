import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** Lists of contact persons that hold somebody's address, and the invitations sent to it. */
export async function ownData(db: Reader, { email }: Whose): Promise<readonly OwnSection[]> {
  const contact = await db
    .selectFrom("dispatch_contact as d")
    .innerJoin("organisation as o", "o.id", "d.organisation_id")
    .where("d.email", "=", email ?? null)
    .orderBy("o.name")
    .select(["o.name as place", "d.name", "d.email", "d.workplace", "d.added_at as createdAt"])
    .execute();
  const received = await db
    .selectFrom("round_mailing_receiver as w")
    .innerJoin("round_mailing as m", "m.id", "w.mailing_id")
    .innerJoin("round as c", "c.id", "m.round_id")
    .where("w.email", "=", email ?? null)
    .orderBy("m.written_at")
    .select(["c.title as round", "w.name", "w.email", "w.workplace", "m.subject", "w.posted_at as sentAt"])
    .execute();
  return [{ section: "dispatches", rows: [...contact, ...received] }];
}
