import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";

/** Where to write to somebody about how they sign in; nothing for somebody without an address. */
export async function addressOf(db: Reader, personId: PersonId) {
  const person = await db
    .selectFrom("person")
    .where("id", "=", personId)
    .select(["email as to", "name", "language"])
    .executeTakeFirst();
  return person?.to ? { ...person, to: person.to } : undefined;
}
