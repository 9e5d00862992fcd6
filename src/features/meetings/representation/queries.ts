import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { nameInBody } from "#features/meetings/body/queries.ts";
import {
  mayKeepRegister,
  mayReadReports,
  mayReportBack,
} from "#features/meetings/representation/representation-policy.ts";
import { RepresentationId, type RepresentationLevel } from "#features/meetings/representation/representation.ts";

/** Who sits where for whom, as anybody who is signed in may see it. What they have told is read apart. */
export type Representation = {
  readonly id: RepresentationId;
  readonly personId: PersonId;
  /** Null: a service-user representative in that body who has not agreed to be named. */
  readonly name: string | null;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly keptBy: OrganisationId;
  readonly keeper: string;
  /** The body here, if it is one. */
  readonly body: { readonly name: string; readonly slug: string } | null;
  readonly place: string;
  readonly level: RepresentationLevel;
  readonly mandate: string | null;
  readonly validFrom: Temporal.PlainDate;
  readonly validTo: Temporal.PlainDate | null;
  /** The day of what was told last. Null: nothing has been told. */
  readonly reportedOn: Temporal.PlainDate | null;
};

/** What the register is narrowed to. */
export type RepresentationWish = {
  readonly organisationId?: OrganisationId | undefined;
  readonly level?: RepresentationLevel | undefined;
  /** Only those who have never told anything. */
  readonly unreported?: boolean | undefined;
  readonly past?: boolean | undefined;
  readonly after?: RepresentationId | undefined;
  readonly limit: number;
};

/** The register of who represents whom on a day, by organisation and place; or those whose time is over. (R156) */
export async function representationsListed(db: Reader, today: Temporal.PlainDate, wish: RepresentationWish) {
  const isPast = sql<SqlBool>`r.valid_to < ${today}::date`;
  const conditions = [
    wish.past ? isPast : sql<SqlBool>`(r.valid_to is null or r.valid_to >= ${today}::date)`,
    wish.organisationId ? sql<SqlBool>`r.organisation_id = ${wish.organisationId}` : undefined,
    wish.level ? sql<SqlBool>`r.level = ${wish.level}` : undefined,
    wish.unreported
      ? sql<SqlBool>`not exists (select from representation_report t where t.representation_id = r.id)`
      : undefined,
  ].filter((each) => each !== undefined);
  const isWished = sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
  const goesOn = wish.after
    ? sql<SqlBool>`${isWished} and (${order}) > (select ${order} from representation r
        join organisation o on o.id = r.organisation_id left join body b on b.id = r.body_id where r.id = ${wish.after})`
    : isWished;
  const [rows, { rows: counted }] = await Promise.all([
    representationsWhere(db, goesOn, wish.limit + 1),
    sql<{ count: number }>`select count(*)::int as count from representation r where ${isWished}`.execute(db),
  ]);
  const page = rows.slice(0, wish.limit);
  return {
    representations: page,
    count: counted[0]?.count ?? 0,
    after: rows.length > wish.limit ? page.at(-1)?.id : undefined,
  };
}

const order = sql`o.name, coalesce(b.name, r.place), r.id`;

async function representationsWhere(db: Reader, where: RawBuilder<SqlBool>, limit: number): Promise<Representation[]> {
  const rows = await db
    .selectFrom("representation as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .innerJoin("organisation as o", "o.id", "r.organisation_id")
    .innerJoin("organisation as k", "k.id", "r.kept_by")
    .leftJoin("body as b", "b.id", "r.body_id")
    .where(where)
    .orderBy("o.name")
    .orderBy(sql`coalesce(b.name, r.place)`)
    .orderBy("r.id")
    .limit(limit)
    .select(["r.id", "r.person_id as personId", nameInBody(sql.ref("r.body_id")).as("name")])
    .select(["o.id as organisationId", "o.name as organisation", "k.id as keptBy", "k.name as keeper"])
    .select(["b.name as bodyName", "b.slug as bodySlug", "r.place as written", "r.level", "r.mandate"])
    .select(["r.valid_from as validFrom", "r.valid_to as validTo"])
    .select(
      sql<Temporal.PlainDate | null>`(
        select max(t.day) from representation_report t where t.representation_id = r.id)`.as("reportedOn"),
    )
    .execute();
  return rows.map(({ bodyName, bodySlug, written, ...row }) => ({
    ...row,
    id: row.id as RepresentationId,
    level: row.level,
    body: bodyName && bodySlug ? { name: bodyName, slug: bodySlug } : null,
    place: bodyName ?? written ?? "",
  }));
}

/** Those who sit in a body for others, today. */
export async function representationsIn(
  db: Reader,
  bodyId: BodyId,
  today: Temporal.PlainDate,
): Promise<Representation[]> {
  return representationsWhere(db, sql<SqlBool>`r.body_id = ${bodyId} and ${validOn(today, "r")}`, 200);
}

/**
 * One representation with what has been told of it, if whoever asks may read that, and what they may do with it.
 *
 * @throws Refusal `not_found` for one that is not there.
 */
export async function representationCalled(db: Reader, actor: Actor, called: string, today: Temporal.PlainDate) {
  const id = RepresentationId.safeParse(called).data;
  const [representation] = id ? await representationsWhere(db, sql<SqlBool>`r.id = ${id}`, 1) : [];
  if (!representation) throw new Refusal("not_found", "representation.no_such_representation");
  const isOfOrganisation = await belongsTo(db, actor, representation.organisationId, today);
  const can = {
    read: mayReadReports(actor, representation, isOfOrganisation),
    report: mayReportBack(actor, representation),
    keep: mayKeepRegister(actor, representation.keptBy),
  };
  return { representation, can, reports: can.read ? await reportsOf(db, representation.id) : [] };
}

/** Whether somebody has a role in an organisation, or in one below it. */
async function belongsTo(
  db: Reader,
  actor: Actor,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<boolean> {
  if (!actor.personId) return false;
  const { rows } = await sql`
    with recursive up(id) as (
      select r.organisation_id from role_assignment r
      where r.person_id = ${actor.personId} and r.organisation_id is not null and r.ended_at is null
        and ${validOn(today, "r")}
      union
      select o.parent_id from organisation o join up on up.id = o.id where o.parent_id is not null)
    select 1 from up where id = ${organisationId}`.execute(db);
  return rows.length > 0;
}

/** What was told of a representation, the latest first. Who wrote it is whoever represents. */
async function reportsOf(db: Reader, id: RepresentationId) {
  return db
    .selectFrom("representation_report")
    .where("representation_id", "=", id)
    .orderBy("day", "desc")
    .orderBy("written_at", "desc")
    .select(["id", "day", "text", "written_at as writtenAt"])
    .execute();
}

/** The organisations somebody is represented for, to choose among. */
export async function representedOrganisations(
  db: Reader,
): Promise<{ readonly id: OrganisationId; readonly name: string }[]> {
  return db
    .selectFrom("organisation as o")
    .where(sql<SqlBool>`exists (select from representation r where r.organisation_id = o.id)`)
    .orderBy("o.name")
    .limit(500)
    .select(["o.id", "o.name"])
    .execute();
}
