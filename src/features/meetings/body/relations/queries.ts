import { sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { nameInBody } from "#features/meetings/body/queries.ts";

/** A body as a relation tells of it. */
export type RelatedBody = {
  readonly id: BodyId;
  readonly name: string;
  readonly slug: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
};

/** Two bodies that hang together: by the people in both, or by matters that one has referred to the other. */
export type BodyRelation = {
  readonly kind: "shares" | "refers";
  readonly from: BodyId;
  readonly to: BodyId;
  readonly count: number;
  /** Who sits in both. Service-user representatives who are not to be named are counted and not among them. */
  readonly names: readonly string[];
};

/**
 * How the bodies that do not rest hang together today: of all of them, or of those one organisation keeps with those they
 * hang together with. How many matters were referred is told, never which. (Build 8)
 */
export async function bodyRelations(
  db: Reader,
  today: Temporal.PlainDate,
  keptBy?: OrganisationId,
): Promise<{ readonly bodies: RelatedBody[]; readonly relations: BodyRelation[] }> {
  const isWanted = keptBy ? sql`(one.organisation_id = ${keptBy} or other.organisation_id = ${keptBy})` : sql`true`;
  const awake = (table: string) => sql`not exists (
    select from body_dormancy d where d.body_id = ${sql.ref(`${table}.id`)} and d.to_day is null)`;
  const { rows: relations } = await sql<BodyRelation>`
    with sits as materialized (
      select distinct s.body_id, h.person_id from body_seat_holding h join body_seat s on s.id = h.seat_id
      where ${validOn(today, "h")} and (s.ended_on is null or ${today}::date <= s.ended_on)),
    shared as (
      select a.body_id as one_id, b.body_id as other_id, count(*)::int as count,
        coalesce(array_agg(p.name order by p.name) filter (
          where ${nameInBody(sql.ref("a.body_id"))} is not null and ${nameInBody(sql.ref("b.body_id"))} is not null),
          '{}') as names
      from sits a join sits b on b.person_id = a.person_id and a.body_id < b.body_id
      join person p on p.id = a.person_id
      group by a.body_id, b.body_id),
    referred as (
      select m.body_id as one_id, m.referred_to as other_id, count(*)::int as count from matter m
      where m.referred_to is not null and m.referred_to <> m.body_id group by m.body_id, m.referred_to)
    select 'shares' as kind, one.id as "from", other.id as "to", shared.count, shared.names
    from shared join body one on one.id = shared.one_id join body other on other.id = shared.other_id
    where ${isWanted} and ${awake("one")} and ${awake("other")}
    union all
    select 'refers', one.id, other.id, referred.count, '{}'::text[]
    from referred join body one on one.id = referred.one_id join body other on other.id = referred.other_id
    where ${isWanted} and ${awake("one")} and ${awake("other")}
    order by 1 desc, 4 desc, 2, 3`.execute(db);
  const related = relations.flatMap(({ from, to }) => [from, to]);
  const bodies = await db
    .selectFrom("body as b")
    .innerJoin("organisation as o", "o.id", "b.organisation_id")
    .where((eb) =>
      eb.or([
        ...(keptBy ? [eb("b.organisation_id", "=", keptBy)] : []),
        sql<boolean>`b.id = any(${[...new Set(related)]}::uuid[])`,
      ]),
    )
    .where(sql<boolean>`not exists (select from body_dormancy d where d.body_id = b.id and d.to_day is null)`)
    .orderBy("o.name")
    .orderBy("b.name")
    .orderBy("b.id")
    .limit(500)
    .select(["b.id", "b.name", "b.slug", "o.id as organisationId", "o.name as organisation"])
    .execute();
  return { relations, bodies: bodies.map((body) => ({ ...body, id: body.id as BodyId })) };
}
