import { type ExpressionBuilder, type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor, Grant, Via } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Id, OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Schema } from "#platform/database/schema.ts";
import { liveToken } from "#platform/tokens/queries.ts";
import { actorOfRoles, type HeldRole, withinScopes } from "#features/organisations/people/actor-roles.ts";
import { managesPeopleIn, mayEndRole, maySeePerson } from "#features/organisations/people/person-policy.ts";
import type { RoleAssignmentId } from "#features/organisations/people/person.ts";
import { everywhere, type Scope } from "#features/organisations/people/scope.ts";
import { pathOf, validOn } from "#features/organisations/queries.ts";
import { tenseOn } from "#features/organisations/validity.ts";

/** Somebody who is known, with what they may do today. */
export type KnownPerson = {
  readonly actor: Actor;
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string };
};

/**
 * Who a person is and what they may do on a day: their roles of that day, each with the organisations below it, and
 * those whose heir one of them is: whoever looks after an organisation looks after what it has taken over.
 * One statement, because every page asks it.
 *
 * @param personId The person, or SQL that finds the person.
 */
export async function actorOf(
  db: Reader,
  personId: PersonId | RawBuilder<PersonId>,
  today: Temporal.PlainDate,
  via: Via = "session",
): Promise<KnownPerson | undefined> {
  const { rows } = await sql<{ id: PersonId; name: string; email: string | null; held: HeldRole[] }>`
    with recursive held as (
      select r.role, r.organisation_id, r.round_id from role_assignment r
      where r.person_id = ${personId} and r.ended_at is null and ${validOn(today, "r")}),
    below(top, id) as (
      select organisation_id, organisation_id from held where organisation_id is not null
      union
      select below.top, next.id from below cross join lateral (
        select o.id from organisation o where o.parent_id = below.id
        union all
        select s.from_id from organisation_succession s where s.to_id = below.id and s.inherits) as next)
    select p.id, p.name, p.email, coalesce((
      select jsonb_agg(jsonb_build_object('role', h.role, 'organisationId', h.organisation_id, 'roundId', h.round_id,
        'below', array(select b.id from below b where b.top = h.organisation_id)))
      from held h), '[]') as held
    from person p where p.id = ${personId} and p.merged_into is null`.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  return { actor: actorOfRoles(row, row.held, via), person: { id: row.id, name: row.name, email: row.email ?? "" } };
}

/** Who an entry turned out to be: the person it was merged into, else itself. Nobody for one that is not there. */
export async function personBehind(db: Reader, personId: PersonId): Promise<PersonId | undefined> {
  const row = await db
    .selectFrom("person")
    .where("id", "=", personId)
    .select((eb) => eb.fn.coalesce("merged_into", "id").as("id"))
    .executeTakeFirst();
  return row?.id;
}

/** What an API token may do now: what it says, of what its owner may do. Nothing for one that is unknown or over. */
export async function actorOfToken(db: Reader, secret: string, now: Temporal.Instant): Promise<Actor | undefined> {
  const token = await liveToken(db, secret, now);
  const owner = token && (await actorOf(db, token.personId, dateIn(now), "token"));
  return owner && withinScopes(owner.actor, token.scopes);
}

/** The person whom an address leads to, for the command line's `--as`. Never shown to those who only ask. */
export async function personWithAddress(
  db: Reader,
  address: string,
): Promise<{ id: PersonId; name: string } | undefined> {
  return db
    .selectFrom("person as p")
    .innerJoin("person as kept", (join) => join.on(sql<SqlBool>`kept.id = coalesce(p.merged_into, p.id)`))
    .where("p.email", "=", address.trim().toLowerCase())
    .select(["kept.id", "kept.name"])
    .executeTakeFirst();
}

/** What somebody may see and change of what is known about themselves. */
export async function ownDetails(db: Reader, personId: PersonId) {
  return db
    .selectFrom("person")
    .where("id", "=", personId)
    .select(["id", "name", "email", "phone", "title", "language", "two_factor_enabled as twoFactor"])
    .executeTakeFirst();
}

export type RoleRow = Awaited<ReturnType<typeof rolesOf>>[number];

/** Everything a person has been, is and will be, the latest first; what was taken back at once counts as past. */
export async function rolesOf(db: Reader, personId: PersonId, today: Temporal.PlainDate) {
  const rows = await db
    .selectFrom("role_assignment as r")
    .leftJoin("round", "round.id", "r.round_id")
    .leftJoin("organisation as host", "host.id", "r.host_organisation_id")
    .leftJoin("person as giver", "giver.id", "r.granted_by")
    .where("r.person_id", "=", personId)
    .orderBy("r.valid_from", "desc")
    .orderBy("r.id", "desc")
    .select(["r.id", "r.role", "r.fte", "r.valid_from as validFrom", "r.valid_to as validTo", "r.ended_at as endedAt"])
    .select(["r.round_id as roundId", "round.title as roundTitle", "host.name as host", "giver.name as givenBy"])
    .select((eb) => [eb.fn.coalesce("r.organisation_id", "round.organisation_id").as("organisationId")])
    .select(
      pathOf(sql`coalesce(r.organisation_id, round.organisation_id)`)
        .$castTo<string[] | null>()
        .as("path"),
    )
    .execute();
  return rows.map(({ endedAt, ...row }) => ({
    ...row,
    scope: scopeOf(row),
    tense: endedAt ? ("past" as const) : tenseOn(today, row),
  }));
}

/** Where a role is held, from its row joined with its round. */
export function scopeOf(row: { roundId: Id<"round"> | null; organisationId: OrganisationId | null }): Scope {
  if (row.organisationId === null) return everywhere;
  if (row.roundId === null) return { kind: "organisation", organisationId: row.organisationId };
  return { kind: "round", roundId: row.roundId, organisationId: row.organisationId };
}

/** Where a role could be held that somebody names by its place; nothing when there is no such place. */
export async function scopeAt(
  db: Reader,
  place: { organisationId?: OrganisationId | undefined; roundId?: Id<"round"> | undefined },
): Promise<Scope | undefined> {
  if (place.roundId !== undefined) {
    const round = await db
      .selectFrom("round")
      .where("id", "=", place.roundId)
      .select("organisation_id")
      .executeTakeFirst();
    return round && { kind: "round", roundId: place.roundId, organisationId: round.organisation_id };
  }
  if (place.organisationId === undefined) return everywhere;
  const organisation = await db
    .selectFrom("organisation")
    .where("id", "=", place.organisationId)
    .select("id")
    .executeTakeFirst();
  return organisation && { kind: "organisation", organisationId: organisation.id };
}

/**
 * What a person's page shows: how to reach them, and their roles over time in the places the reader manages.
 * Nothing when the reader may not see the person. Roles in other places are none of the reader's business.
 */
export async function personPage(db: Reader, actor: Actor, personId: PersonId, today: Temporal.PlainDate) {
  const person = await ownDetails(db, personId);
  const all = person ? await rolesOf(db, personId, today) : [];
  if (
    !person ||
    !maySeePerson(
      actor,
      personId,
      all.map(({ scope }) => scope),
    )
  )
    return undefined;
  const isOwn = actor.personId === personId;
  const roles = all
    .filter(({ scope }) => isOwn || managesPeopleIn(actor, scope))
    .map((role) => ({
      ...role,
      can: { end: role.tense !== "past" && mayEndRole(actor, { personId, role: role.role, scope: role.scope }) },
    }));
  return { ...person, roles, can: { grant: actor.reach.has("people:manage"), edit: isOwn } };
}

export type InvitationFacts = NonNullable<Awaited<ReturnType<typeof invitationFacts>>>;

/** What an invitation tells. Nothing for a role that is over, or for somebody without an address. */
export async function invitationFacts(db: Reader, assignmentId: RoleAssignmentId, today: Temporal.PlainDate) {
  const row = await db
    .selectFrom("role_assignment as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .leftJoin("person as giver", "giver.id", "r.granted_by")
    .leftJoin("round", "round.id", "r.round_id")
    .where("r.id", "=", assignmentId)
    .where("r.ended_at", "is", null)
    .where((eb) => eb.or([eb("r.valid_to", "is", null), eb("r.valid_to", ">=", today)]))
    .select(["r.id as assignmentId", "r.role", "p.name", "p.email as to", "p.language", "round.title as roundTitle"])
    .select([
      "giver.name as giverName",
      "giver.email as giverAddress",
      pathOf(sql`r.organisation_id`)
        .$castTo<string[] | null>()
        .as("path"),
    ])
    .executeTakeFirst();
  if (!row?.to) return undefined;
  const { to, giverName, giverAddress, ...facts } = row;
  return { ...facts, to, inviter: giverName && giverAddress ? { name: giverName, address: giverAddress } : undefined };
}

/** Where the administrators of the installation get their mail, and in which language. */
export async function administratorAddresses(db: Reader, today: Temporal.PlainDate) {
  const rows = await db
    .selectFrom("role_assignment as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .where("r.role", "=", "administrator")
    .where("r.organisation_id", "is", null)
    .where("r.round_id", "is", null)
    .where("r.ended_at", "is", null)
    .where(validOn(today, "r"))
    .select(["p.email", "p.language"])
    .distinct()
    .orderBy("p.email")
    .execute();
  return rows.flatMap(({ email, language }) => (email ? [{ email, language }] : []));
}

/** The round a role is given in, for the form's own words. */
export async function roundOf(db: Reader, roundId: Id<"round">) {
  return db
    .selectFrom("round")
    .where("id", "=", roundId)
    .select(["id", "title", "organisation_id as organisationId"])
    .executeTakeFirst();
}

type PersonRow = ExpressionBuilder<Schema & { p: Schema["person"] }, "p">;

/** Whether a person has or has had a role where the actor manages people: `maySeePerson` in SQL, but for oneself. */
export function isManagedBy(actor: Actor) {
  return (eb: PersonRow) => {
    if (managesPeopleIn(actor, everywhere)) return eb.lit(true);
    return eb.exists(
      eb
        .selectFrom("role_assignment as r")
        .leftJoin("round", "round.id", "r.round_id")
        .whereRef("r.person_id", "=", "p.id")
        .where(isPlaceManagedBy(actor))
        .select(sql`1`.as("one")),
    );
  };
}

export function isPlaceManagedBy(actor: Actor) {
  const reach = actor.reach.get("people:manage" satisfies Grant);
  if (!reach) return sql<SqlBool>`false`;
  if (reach.everywhere) return sql<SqlBool>`true`;
  return sql<SqlBool>`(coalesce(r.organisation_id, round.organisation_id) = any (${[...reach.organisations]}::uuid[]) or r.round_id = any (${[...reach.things]}::uuid[]))`;
}
