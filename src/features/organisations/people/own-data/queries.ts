import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/** What is held about somebody as a person with an account, with their roles, and where their address is an organisation's. */
export async function ownData(db: Reader, { personId, email }: Whose): Promise<readonly OwnSection[]> {
  const account = await db
    .selectFrom("person as p")
    .where((eb) =>
      eb.or([
        eb("p.id", "=", personId ?? null),
        eb("p.merged_into", "=", personId ?? null),
        eb("p.email", "=", email ?? null),
      ]),
    )
    .select(["p.name", "p.email", "p.phone", "p.title", "p.language", "p.created_at as createdAt"])
    .select("p.two_factor_enabled as secondFactor")
    .execute();
  const roles = await db
    .selectFrom("role_assignment as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .leftJoin("organisation as o", "o.id", "r.organisation_id")
    .leftJoin("round", "round.id", "r.round_id")
    .where((eb) => eb.or([eb("p.id", "=", personId ?? null), eb("p.email", "=", email ?? null)]))
    .orderBy("r.valid_from")
    .select((eb) => ["r.role", eb.fn.coalesce("o.name", "round.title").as("place")])
    .select(["r.valid_from as from", "r.valid_to as to"])
    .execute();
  const organisations = await db
    .selectFrom("organisation as o")
    .leftJoin("organisation_look as l", "l.organisation_id", "o.id")
    .where((eb) => eb.or([eb("o.contact_email", "=", email ?? null), eb("l.reply_address", "=", email ?? null)]))
    .orderBy("o.name")
    .select((eb) => ["o.name as place", eb.fn.coalesce("l.reply_address", "o.contact_email").as("email")])
    .execute();
  return [
    { section: "account", rows: account },
    { section: "roles", rows: roles },
    { section: "organisations", rows: organisations },
  ];
}
