import { type Expression, type RawBuilder, sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { MessageValues } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { SuccessionRow } from "#features/organisations/succession/organisation-history.ts";
import type { FormerName } from "#features/organisations/succession/succession.ts";

/** In SQL what `countedNowAt` says: the heir's heir, to the one that has none. */
export function nowOf(organisationId: Expression<unknown>): RawBuilder<OrganisationId> {
  return sql<OrganisationId>`(
    with recursive heir(id, step) as (
      select ${organisationId}, 0
      union all
      select s.to_id, heir.step + 1 from heir
      join organisation_succession s on s.from_id = heir.id and s.inherits)
    select id from heir order by step desc limit 1)`;
}

/** An organisation and all whose heir it is, directly or through others: what stands on them is counted at it now. */
function countedAt(organisationId: OrganisationId): RawBuilder<OrganisationId> {
  return sql<OrganisationId>`(
    with recursive counted(id) as (
      select ${organisationId}::uuid
      union all
      select s.from_id from counted join organisation_succession s on s.to_id = counted.id and s.inherits)
    select id from counted)`;
}

/** What has happened to an organisation: the names it had, and who became whom. */
export async function pastOf(
  db: Reader,
  id: OrganisationId,
): Promise<{ formerNames: FormerName[]; successions: SuccessionRow[] }> {
  const formerNames = await db
    .selectFrom("organisation_former_name")
    .where("organisation_id", "=", id)
    .orderBy("last_day")
    .select(["name", "short_name as shortName", "last_day as lastDay", "source"])
    .execute();
  const rows = await db
    .selectFrom("organisation_succession as s")
    .innerJoin("organisation as o", (join) =>
      join.on((eb) =>
        eb("o.id", "=", eb.case().when("s.from_id", "=", id).then(eb.ref("s.to_id")).else(eb.ref("s.from_id")).end()),
      ),
    )
    .where((eb) => eb.or([eb("s.from_id", "=", id), eb("s.to_id", "=", id)]))
    .orderBy("s.day")
    .orderBy("o.name")
    .select((eb) => [eb("s.from_id", "=", id).as("out"), "s.kind", "s.day", "s.inherits", "s.source"])
    .select(["o.name", "o.slug"])
    .execute();
  const successions = rows.map(({ name, slug, out, ...row }) => ({ ...row, out: Boolean(out), other: { name, slug } }));
  return { formerNames, successions };
}

/** An organisation that has gone into another, and the one its address leads on to now. */
export type LeadingOn = {
  readonly slug: string;
  readonly name: string;
  readonly old: { readonly slug: string; readonly name: string; readonly lastDay: Temporal.PlainDate | null };
};

/** Where the address of an organisation that was merged leads on to now. Nothing for one that is still itself. */
export async function leadsOnTo(db: Reader, slug: string): Promise<LeadingOn | undefined> {
  const row = await db
    .selectFrom("organisation as o")
    .innerJoin("organisation as heir", (join) => join.on("heir.id", "=", nowOf(sql.ref("o.id"))))
    .where("o.slug", "=", slug)
    .whereRef("heir.id", "<>", "o.id")
    .select(["heir.name", "heir.slug", "o.name as oldName", "o.slug as oldSlug", "o.valid_to as lastDay"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { name, oldName, oldSlug, lastDay } = row;
  return { slug: row.slug, name, old: { slug: oldSlug, name: oldName, lastDay } };
}

/** Why an organisation can no longer be named: which day it ended, and what it became. */
export type Ended = {
  readonly code: "organisations.ended_merged" | "organisations.ended_split" | "organisations.ended_without_successor";
  readonly values: MessageValues;
};

/** What became of an organisation that has ended, for a sentence that points to whom to name instead. */
export async function endOf(db: Reader, id: OrganisationId, today?: Temporal.PlainDate): Promise<Ended | undefined> {
  const organisation = await db
    .selectFrom("organisation as o")
    .innerJoin("organisation as heir", (join) => join.on("heir.id", "=", nowOf(sql.ref("o.id"))))
    .where("o.id", "=", id)
    .where("o.valid_to", "is not", null)
    .$if(today !== undefined, (qb) => qb.where("o.valid_to", "<", today as Temporal.PlainDate))
    .select(["o.id", "o.name", "o.valid_to as lastDay", "heir.id as heirId", "heir.name as heir"])
    .select((eb) =>
      sql<string[]>`array(${eb
        .selectFrom("organisation_succession as s")
        .innerJoin("organisation as part", "part.id", "s.to_id")
        .whereRef("s.from_id", "=", "o.id")
        // What it became when it ended, not what it had given away before.
        .where(sql<boolean>`s.day = o.valid_to + 1`)
        .orderBy("part.name")
        .select("part.name")})`.as("parts"),
    )
    .executeTakeFirst();
  if (!organisation) return undefined;
  const { name, lastDay, heirId, heir, parts } = organisation;
  const values = { name, day: lastDay?.add({ days: 1 }).toString() ?? "", successor: heir, names: parts.join(", ") };
  if (heirId !== id) return { code: "organisations.ended_merged", values };
  return { code: parts.length > 0 ? "organisations.ended_split" : "organisations.ended_without_successor", values };
}

/** Who does now what an organisation did: itself, or the one that has taken over all of it. */
export async function heirOf(db: Reader, id: OrganisationId): Promise<OrganisationId> {
  const { rows } = await sql<{ id: OrganisationId }>`select ${nowOf(sql`${id}::uuid`)} as id`.execute(db);
  return rows[0]?.id ?? id;
}

/** Refuses that something new is put on an organisation that has ended (by a day), and says whom to name instead. */
export async function mustNotHaveEnded(db: Reader, id: OrganisationId, day?: Temporal.PlainDate): Promise<void> {
  const ended = await endOf(db, id, day);
  if (ended) throw new Refusal("conflict", ended.code, ended.values);
}

/** How many rounds an organisation has held in its own name, and how many are counted at it now. */
export type RoundCounts = { readonly inOwnName: number; readonly now: number };

export async function roundCounts(db: Reader, id: OrganisationId): Promise<RoundCounts> {
  const { rows } = await sql<RoundCounts>`
    select (select count(*)::int from round where organisation_id = ${id}) as "inOwnName",
      case when ${nowOf(sql`${id}::uuid`)} = ${id}::uuid
        then (select count(*)::int from round where organisation_id in ${countedAt(id)}) else 0 end as now`.execute(db);
  return rows[0] ?? { inOwnName: 0, now: 0 };
}
