import { type RawBuilder, sql, type SqlBool } from "kysely";
import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import { type Role, roleRules, roles } from "#features/organisations/people/roles.ts";
import { type Choice, pathOf, validOn } from "#features/organisations/queries.ts";

/** The roles that answer questions from practice in the organisation where they are held, and below it. */
const answeringRoles: readonly Role[] = roles.filter((role) =>
  roleRules[role].organisation?.includes("knowledge:publish"),
);

/** Whom a question can be with: an organisation, and who answers there. */
export type Contact = { readonly id: OrganisationId; readonly name: string; readonly people: readonly string[] };

/** In SQL: whether the role `r` of the person `p` makes them one who answers on a day. */
const answersOn = (today: Temporal.PlainDate): RawBuilder<SqlBool> => sql<SqlBool>`(
  r.ended_at is null and ${validOn(today, "r")} and r.role = any(${[...answeringRoles]}::text[])
  and p.erased_at is null and p.merged_into is null)`;

/**
 * Who can answer a question that is asked in an organisation, nearest first: at home and above, then the region, as the
 * organisations that those are members of or that serve them. Read from what is written down, never from the map. (R146)
 */
export async function contactsFor(
  db: Reader,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<Contact[]> {
  const { rows } = await sql<Contact>`
    with recursive up(id, parent_id, step) as (
      select o.id, o.parent_id, 0 from organisation o where o.id = ${organisationId}
      union
      select o.id, o.parent_id, up.step + 1 from up join organisation o on o.id = up.parent_id),
    near(id, step) as (
      select id, step from up
      union all
      select rel.to_id, 100 + up.step from up join organisation_relation rel
        on rel.from_id = up.id and rel.kind = 'memberOf' and ${validOn(today, "rel")}
      union all
      select rel.from_id, 100 + up.step from up join organisation_relation rel
        on rel.to_id = up.id and rel.kind = 'serves' and ${validOn(today, "rel")})
    select o.id, o.name, array_agg(distinct p.name) as people
    from near
      join organisation o on o.id = near.id and ${validOn(today, "o")}
      join role_assignment r on r.organisation_id = o.id
      join person p on p.id = r.person_id
    where ${answersOn(today)}
    group by o.id, o.name
    order by min(near.step), o.name, o.id`.execute(db);
  return rows;
}

/** Every organisation where somebody answers questions on a day, to choose among when one is passed on. */
export async function organisationsThatAnswer(db: Reader, today: Temporal.PlainDate): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select o.id, ${pathOf(sql.ref("o.id"))} as path
    from organisation o
    where ${validOn(today, "o")} and exists (
      select from role_assignment r join person p on p.id = r.person_id
      where r.organisation_id = o.id and ${answersOn(today)})
    order by o.name, o.id
    limit 200`.execute(db);
  return rows;
}

export type Answerer = {
  readonly id: PersonId;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
};

/** Those who answer in one organisation itself, and have an address. */
export async function answerersAt(
  db: Reader,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<Answerer[]> {
  const { rows } = await sql<Answerer>`
    select distinct p.id, p.name, p.email, p.language
    from role_assignment r join person p on p.id = r.person_id
    where r.organisation_id = ${organisationId} and p.email is not null and ${answersOn(today)}
    order by p.name, p.id
    limit 50`.execute(db);
  return rows;
}

/** The organisations that somebody works in, to ask a question for. */
export async function organisationsOf(
  db: Reader,
  personId: PersonId | undefined,
  today: Temporal.PlainDate,
): Promise<Choice[]> {
  const { rows } = await sql<Choice>`
    select o.id, ${pathOf(sql.ref("o.id"))} as path
    from organisation o
    where ${validOn(today, "o")} and exists (
      select from role_assignment r
      where r.organisation_id = o.id and r.person_id = ${personId ?? null}::uuid and r.ended_at is null
        and ${validOn(today, "r")})
    order by o.name, o.id
    limit 200`.execute(db);
  return rows;
}

/** Whether somebody may ask for an organisation: whoever has a role there, and who writes knowledge for it. (R146) */
export async function mayAskFor(
  db: Reader,
  actor: Actor,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<boolean> {
  if (reaches(actor, "knowledge:write", { organisationId })) return true;
  return (await organisationsOf(db, actor.personId, today)).some(({ id }) => id === organisationId);
}
