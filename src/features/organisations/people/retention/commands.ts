import { sql } from "kysely";
import type { Eraser } from "#platform/erasures/erasures.ts";
import { peopleDue } from "#features/organisations/people/retention/queries.ts";

/**
 * Takes away who somebody was when they have long had nothing to do here, with every way they had to sign in. The row
 * stays without a name, because decisions and the audit trail refer to it.
 */
export const erasePeople: Eraser = async (tx, time) => {
  const { rows } = await sql<{ id: string }>`${peopleDue(time)} for update of p`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`select without_person(id, ${time.now}) from unnest(${ids}::uuid[]) as gone(id)`.execute(tx);
  return ids.length;
};
