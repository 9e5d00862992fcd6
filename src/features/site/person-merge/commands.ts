import type { PersonId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import type { Memory } from "#platform/remembering/remembered-rows.ts";

/** Every column of ours that names a person. */
export const personColumns = { accessibility_report: ["answered_by"] } as const;

/** Gives the answers that a person has written about hindrances to another: the part of the person merge that is ours. */
export function reassignPerson(_tx: Tx, from: PersonId, to: PersonId, { memory }: { memory: Memory }): Promise<void> {
  return memory.move(personColumns, from, to);
}
