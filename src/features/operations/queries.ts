import { sql } from "kysely";
import type { Actor, Via } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { lastBackup } from "#platform/backup/queries.ts";
import type { Reader } from "#platform/database/database.ts";
import type { JsonValue } from "#platform/database/json.ts";
import { failedJobs } from "#platform/jobs/failed-jobs.ts";
import { outboxCounts } from "#platform/mail/queries.ts";
import {
  mayAdminister,
  maySeeOperations,
  maySeeOutbox,
  maySeeTrail,
  mayVerifyTrail,
} from "#features/operations/operations-policy.ts";
import { maySeeErasures } from "#features/privacy/privacy-policy.ts";
import { maySeeReports } from "#features/site/accessibility/report-policy.ts";
import { isDeedName, type TrailWish } from "#features/operations/trail-wish.ts";
import { mayApproveDomains } from "#features/sign-in/providers/provider-policy.ts";

/** How long a mail may wait, a record be unsealed, and everything be without a backup, before somebody should look. */
const patience = {
  mail: Temporal.Duration.from({ hours: 1 }),
  seal: Temporal.Duration.from({ minutes: 5 }),
  backupDays: 8,
};

/** What of the running of the installation needs a person, as far as whoever asks may see it. */
export async function operationsOverview(db: Reader, actor: Actor, now: Temporal.Instant) {
  if (!maySeeOperations(actor)) throw new Refusal("forbidden", "operations.not_yours");
  const can = {
    domains: mayApproveDomains(actor),
    outbox: maySeeOutbox(actor),
    work: mayAdminister(actor),
    trail: maySeeTrail(actor),
    verify: mayVerifyTrail(actor),
    erasures: maySeeErasures(actor),
    reports: maySeeReports(actor),
  };
  const [mails, stuck, failed, unsealed, backup] = await Promise.all([
    can.outbox ? outboxCounts(db, actor) : undefined,
    can.outbox ? mailsWaitingSince(db, now.subtract(patience.mail)) : 0,
    can.work ? failedJobs(db, actor) : undefined,
    can.verify ? recordsUnsealedSince(db, now.subtract(patience.seal)) : 0,
    can.work ? backupStanding(db, now) : undefined,
  ]);
  return { can, mails, stuck, failed: failed?.length, unsealed, backup };
}

/** When the last backup was made, and how many days ago once that is too long. */
async function backupStanding(db: Reader, now: Temporal.Instant) {
  const { madeAt, unsavedSince } = await lastBackup(db);
  const days = unsavedSince ? Math.floor(now.since(unsavedSince).total("hours") / 24) : 0;
  return { madeAt, daysWithout: days >= patience.backupDays ? days : 0 };
}

async function mailsWaitingSince(db: Reader, since: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom("mail")
    .where("state", "=", "waiting")
    .where("created_at", "<", since)
    .select(sql<number>`count(*)::int`.as("count"))
    .executeTakeFirstOrThrow();
  return count;
}

/** Records that the sealer should have sealed by now: those above everything sealed. */
async function recordsUnsealedSince(db: Reader, since: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from audit_record
    where id >= coalesce((select upper(records) from audit_seal order by no desc limit 1), 0) and at < ${since}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** One deed of the audit trail. */
export type DeedRow = {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly personId: PersonId | null;
  readonly person: string | null;
  readonly email: string | null;
  readonly via: Via;
  readonly what: string;
  readonly about: string;
  /** What the thing is called, where it is something with a name. */
  readonly name: string | null;
  readonly payload: JsonValue | null;
};

const atATime = 50;

/**
 * Who did what about what, latest first. Somebody who answers for some organisations sees what was done to these, and
 * nothing that concerns the whole installation.
 */
export async function auditTrail(db: Reader, actor: Actor, { about, person, what, after, limit = atATime }: TrailWish) {
  const reach = actor.reach.get("audit:read");
  if (!reach) throw new Refusal("forbidden", "operations.not_yours");
  let query = db
    .selectFrom("audit_record as r")
    .leftJoin("person as p", "p.id", "r.person_id")
    .leftJoin("round", (join) => join.on(sql`round.id::text`, "=", sql.ref("r.about")))
    .leftJoin("organisation as o", (join) => join.on(sql`o.id::text`, "=", sql.ref("r.about")))
    .leftJoin("person as whom", (join) => join.on(sql`whom.id::text`, "=", sql.ref("r.about")))
    .select([
      "r.id",
      "r.at",
      "r.via",
      "r.what",
      "r.about",
      "r.payload",
      "p.id as personId",
      "p.name as person",
      "p.email",
    ])
    .select(sql<string | null>`coalesce(round.title, o.name, whom.name)`.as("name"))
    .orderBy("r.id", "desc")
    .limit(limit + 1);
  if (!reach.everywhere)
    query = query.where("r.organisation_id", "in", sql<never>`(select unnest(${[...reach.organisations]}::uuid[]))`);
  if (about) query = query.where("r.about", "=", about);
  if (person) query = query.where("p.email", "=", person);
  if (what) query = query.where("r.what", "like", isDeedName(what) ? `${what.replaceAll("_", String.raw`\_`)}%` : "");
  if (after) query = query.where("r.id", "<", after);
  const rows: DeedRow[] = await query.execute();
  const shown = rows.slice(0, limit);
  return {
    rows: shown,
    next: rows.length > limit ? shown.at(-1)?.id : undefined,
    can: { verify: mayVerifyTrail(actor) },
  };
}
