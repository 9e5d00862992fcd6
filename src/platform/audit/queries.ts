import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
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

export type AuditWish = { readonly about?: string; readonly before?: number; readonly limit?: number };

/** What was done, latest first: everything for whoever reads the whole log, otherwise what belongs to one's organisations. */
export async function auditLog(db: Reader, actor: Actor, { about, before, limit = 100 }: AuditWish = {}) {
  const reach = actor.reach.get("audit:read");
  if (!reach || (!reach.everywhere && reach.organisations.size === 0))
    throw new Refusal("forbidden", "platform.audit.not_yours");
  let query = db
    .selectFrom("audit_record")
    .select([
      "id",
      "at",
      "person_id as personId",
      "via",
      "what",
      "about",
      "organisation_id as organisationId",
      "payload",
    ])
    .orderBy("id", "desc")
    .limit(Math.min(limit, 200));
  if (!reach.everywhere) query = query.where(sql<boolean>`organisation_id = any(${[...reach.organisations]}::uuid[])`);
  if (about !== undefined) query = query.where("about", "=", about);
  if (before !== undefined) query = query.where("id", "<", before);
  return query.execute();
}

/** What happened to one thing, oldest first, for a page whose reader may already see the thing. */
export async function historyOf(db: Reader, about: string) {
  return db
    .selectFrom("audit_record")
    .select(["at", "person_id as personId", "via", "what", "payload"])
    .where("about", "=", about)
    .orderBy("id")
    .limit(500)
    .execute();
}
