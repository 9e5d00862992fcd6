import { sql } from "kysely";
import type { AuditHead } from "#platform/audit/seal.ts";
import type { Reader } from "#platform/database/database.ts";

/** The head of the sealed log, and how many records it stands for; nothing before the first seal. */
export async function auditHead(db: Reader): Promise<{ head: AuditHead; records: number } | undefined> {
  const { rows } = await sql<AuditHead & { records: number }>`
    select no, encode(hash, 'hex') as hash, (select sum(record_count)::int from audit_seal) as records
    from audit_seal order by no desc limit 1`.execute(db);
  const last = rows[0];
  return last && { head: { no: last.no, hash: last.hash }, records: last.records };
}
