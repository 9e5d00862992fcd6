import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { type AuditHead, beginning, sealedBody, sealHash } from "#platform/audit/seal.ts";

/** The first thing in the log that is not as it was sealed. */
export type BrokenLink = {
  readonly why:
    | "seal_missing" // a number is skipped
    | "seal_moved" // does not build on the seal before it
    | "record_missing" // a sealed record is gone
    | "record_changed" // a sealed record, or the seal over it, was changed
    | "record_backdated" // a record says it is much older than the seal before it
    | "content_changed" // what a record held was changed
    | "head_differs"; // the chain is whole, but not the one whose head was kept outside
  readonly seal?: number;
  readonly record?: number;
};

export type AuditVerdict = {
  readonly ok: boolean;
  readonly firstBroken?: BrokenLink;
  /** Records under a seal, not yet under one, and those whose content retention has erased. */
  readonly sealed: number;
  readonly unsealed: number;
  readonly erased: number;
  readonly head?: AuditHead;
};

/**
 * Goes through the sealed log from its beginning and finds the first link that does not hold.
 *
 * The chain alone proves nothing against somebody who can write it anew: `kept` is a head from the process's log or
 * an administrator's mail, and must be a part of the chain.
 */
export async function verifyAudit(db: Reader, kept?: AuditHead): Promise<AuditVerdict> {
  let sealed = 0;
  let firstBroken: BrokenLink | undefined;
  let head: AuditHead | undefined;
  let at: Link | undefined;
  for (;;) {
    const links = await linksAfter(db, at?.no ?? 0);
    for (const link of links) {
      sealed += link.found;
      firstBroken ??= await brokenIn(db, link, at);
      if (link.no === kept?.no && link.hash !== kept.hash) firstBroken ??= { why: "head_differs", seal: link.no };
      at = link;
      head = { no: link.no, hash: link.hash };
    }
    if (links.length < linksAtATime) break;
  }
  if (kept && kept.no > (head?.no ?? 0)) firstBroken ??= { why: "head_differs", seal: kept.no };
  firstBroken ??= await changedContent(db);
  firstBroken ??= await backdatedUnsealed(db, at);
  const { rows } = await sql<{ all: number; erased: number }>`
    select count(*)::int as all, count(*) filter (where payload is null)::int as erased from audit_record`.execute(db);
  const { all = 0, erased = 0 } = rows[0] ?? {};
  return {
    ok: !firstBroken,
    sealed,
    unsealed: all - sealed,
    erased,
    ...(firstBroken && { firstBroken }),
    ...(head && { head }),
  };
}

type Link = {
  readonly no: number;
  readonly hash: string;
  readonly previous: string;
  readonly at: Temporal.Instant;
  readonly isFirst: boolean;
  readonly holds: boolean;
  readonly wanted: number;
  readonly found: number;
  readonly oldest: Temporal.Instant | null;
};

const linksAtATime = 500;

async function linksAfter(db: Reader, no: number): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select s.no, encode(s.hash, 'hex') as hash, encode(s.previous_hash, 'hex') as previous, s.at,
      s.previous_hash = ${beginning} as "isFirst", s.record_count as wanted, batch.found, batch.oldest,
      coalesce(s.hash = ${sealHash(sql`s.previous_hash`, sql`s.no`, sql`batch.body`)}, false) as holds
    from audit_seal s
    cross join lateral (
      select count(*)::int as found, min(r.at) as oldest, ${sealedBody} as body
      from unnest(s.records) as part(ids)
      join audit_record r on r.id >= lower(part.ids) and r.id < upper(part.ids)
    ) batch
    where s.no > ${no}
    order by s.no limit ${linksAtATime}`.execute(db);
  return rows;
}

async function brokenIn(db: Reader, link: Link, before: Link | undefined): Promise<BrokenLink | undefined> {
  const seal = link.no;
  if (seal !== (before?.no ?? 0) + 1) return { why: "seal_missing", seal: (before?.no ?? 0) + 1 };
  if (before ? link.previous !== before.hash : !link.isFirst) return { why: "seal_moved", seal };
  if (link.found < link.wanted) return { why: "record_missing", seal, ...(await firstMissing(db, seal)) };
  if (!link.holds) return { why: "record_changed", seal };
  if (before && link.oldest && isBackdated(link.oldest, before)) return { why: "record_backdated", seal };
  return undefined;
}

/** No change takes an hour: a record older than that was not under way when the seal before was set. */
const longestChange = Temporal.Duration.from({ hours: 1 });

function isBackdated(oldest: Temporal.Instant, before: Link): boolean {
  return Temporal.Instant.compare(oldest, before.at.subtract(longestChange)) < 0;
}

async function firstMissing(db: Reader, no: number): Promise<{ record?: number }> {
  const { rows } = await sql<{ record: number }>`
    select sealed.no as record
    from audit_seal s, unnest(s.records) as part(ids), generate_series(lower(part.ids), upper(part.ids) - 1) as sealed(no)
    where s.no = ${no} and not exists (select from audit_record r where r.id = sealed.no)
    order by sealed.no limit 1`.execute(db);
  return rows[0] ?? {};
}

async function changedContent(db: Reader): Promise<BrokenLink | undefined> {
  const { rows } = await sql<{ record: number }>`
    select id as record from audit_record
    where payload is not null and digest is distinct from sha256(salt || convert_to(payload::text, 'UTF8'))
    order by id limit 1`.execute(db);
  return rows[0] && { why: "content_changed", ...rows[0] };
}

async function backdatedUnsealed(db: Reader, last: Link | undefined): Promise<BrokenLink | undefined> {
  if (!last) return undefined;
  const { rows } = await sql<{ record: number }>`
    select r.id as record from audit_record r
    where r.at < ${last.at.subtract(longestChange)} and not exists (select from audit_seal s where s.records @> r.id)
    order by r.id limit 1`.execute(db);
  return rows[0] && { why: "record_backdated", ...rows[0] };
}
