import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";

export type ShownPasskey = Awaited<ReturnType<typeof passkeysOf>>[number];

/** A person's passkeys, in the order they were added. */
export async function passkeysOf(db: Reader, personId: PersonId) {
  const rows = await db
    .selectFrom("sign_in_passkey")
    .where("person_id", "=", personId)
    .orderBy("id")
    .select(["id", "name", "created_at as createdAt", "backed_up as isBackedUp"])
    .execute();
  return rows.map(({ name, ...row }) => ({ ...row, name: name ?? "" }));
}
