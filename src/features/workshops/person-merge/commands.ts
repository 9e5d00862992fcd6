import { sql, type SqlBool } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Memory } from "#platform/remembering/remembered-rows.ts";

/** Columns of ours that simply name the other one afterwards. */
const moved = { checklist_version: ["published_by"] } as const;

/** Every column of ours that names a person. */
export const personColumns = { ...moved, workshop_leader: ["person_id"] } as const;

/**
 * Gives everything a person has in workshops to another: the part of the person merge that is ours. A workshop that both
 * lead is led once.
 */
export async function reassignPerson(
  tx: Tx,
  from: PersonId,
  to: PersonId,
  { memory }: { readonly memory: Memory },
): Promise<void> {
  await memory.move(moved, from, to);
  await memory.during([{ table: "workshop_leader", where: sql<SqlBool>`t.person_id = ${from}` }], async () => {
    await sql`
      delete from workshop_leader as t using workshop_leader as kept
      where t.person_id = ${from} and kept.person_id = ${to} and kept.workshop_id = t.workshop_id`.execute(tx);
    await sql`update workshop_leader set person_id = ${to} where person_id = ${from}`.execute(tx);
  });
}
