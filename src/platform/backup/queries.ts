import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";

export type LastBackup = {
  readonly madeAt: Temporal.Instant | null;
  /** From when on nothing is in any backup: the last one, or the first thing that was done here. */
  readonly unsavedSince: Temporal.Instant | null;
};

/** When the last backup was made, as the audit trail tells. */
export async function lastBackup(db: Reader): Promise<LastBackup> {
  const { rows } = await sql<LastBackup>`
    select "madeAt", coalesce("madeAt", (select at from audit_record order by id limit 1)) as "unsavedSince"
    from (select max(at) as "madeAt" from audit_record where what = 'platform.backed_up') as backup`.execute(db);
  return rows[0] ?? { madeAt: null, unsavedSince: null };
}
