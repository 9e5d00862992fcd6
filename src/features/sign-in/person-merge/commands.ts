import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Memory } from "#platform/remembering/remembered-rows.ts";
import { endTokensOf } from "#platform/tokens/commands.ts";

/** Every column of ours that names a person and is not left with the entry that was merged. */
export const personColumns = { sign_in_account: ["person_id"], sign_in_session: ["person_id"] } as const;

/**
 * What becomes of the ways in when two entries turn out to be one person.
 *
 * Whoever is kept keeps theirs. What an organisation's directory knows the other one by leads to the kept one, because
 * it is the same human being who is vouched for. The other's password, app and passkeys stay where they are and open
 * nothing, until the merge is undone or forgotten: a passkey somebody put on a wrong entry must not become a way into the
 * right one. Their sessions end at once, and their keys to the API are taken back.
 */
export async function reassignPerson(
  tx: Tx,
  from: PersonId,
  to: PersonId,
  { memory, at }: { readonly memory: Memory; readonly at: Temporal.Instant },
): Promise<void> {
  const vouchedFor = {
    table: "sign_in_account",
    where: sql<SqlBool>`t.person_id = ${from} and t.provider_id <> 'credential'`,
  };
  await memory.during([vouchedFor], () =>
    tx
      .updateTable("sign_in_account")
      .set({ person_id: to })
      .where("person_id", "=", from)
      .where("provider_id", "<>", "credential")
      .execute(),
  );
  await memory.during([{ table: "api_token", where: sql<SqlBool>`t.person_id = ${from}` }], () =>
    endTokensOf(tx, from, at),
  );
  await tx.deleteFrom("sign_in_session").where("person_id", "=", from).execute();
}
