import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";

/**
 * With which address somebody signs in who wrote this one, and where a link for them is mailed. They differ for somebody
 * who was here twice: what they wrote leads to whom they were merged into, and a link goes to the address that was written
 * if it was ever proved. An address that nobody has is given back as it is.
 */
export async function addressToSignIn(db: Reader, written: string): Promise<{ email: string; to: string }> {
  const other = await db
    .selectFrom("person as gone")
    .innerJoin("person as kept", "kept.id", "gone.merged_into")
    .where("gone.email", "=", written)
    .select(["kept.email", "gone.email_verified as proved"])
    .executeTakeFirst();
  const email = other?.email ?? written;
  return { email, to: other?.proved === false ? email : written };
}

/** Whether an entry turned out to be somebody else. */
export async function isMerged(db: Reader, personId: PersonId): Promise<boolean> {
  const row = await db.selectFrom("person").where("id", "=", personId).select("merged_into").executeTakeFirst();
  return row?.merged_into != null;
}

/** Where to write to somebody about how they sign in; nothing for somebody without an address. */
export async function addressOf(db: Reader, personId: PersonId) {
  const person = await db
    .selectFrom("person")
    .where("id", "=", personId)
    .select(["email as to", "name", "language"])
    .executeTakeFirst();
  return person?.to ? { ...person, to: person.to } : undefined;
}
