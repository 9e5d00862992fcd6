import { type RawBuilder, sql } from "kysely";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AppraisalPerson } from "#features/appraisals/appraisal/queries.ts";
import { type Role, roleRules, roles } from "#features/organisations/people/roles.ts";
import { validOn } from "#features/organisations/queries.ts";

/** The roles that decide about methods in the organisation where they are held, and below it. */
const decidingRoles: readonly Role[] = roles.filter((role) =>
  roleRules[role].organisation?.includes("appraisals:decide"),
);

/** In SQL: an organisation and all above it. */
const upFrom = (organisationId: OrganisationId): RawBuilder<unknown> => sql`
  up(id, parent_id) as (
    select o.id, o.parent_id from organisation o where o.id = ${organisationId}
    union
    select o.id, o.parent_id from up join organisation o on o.id = up.parent_id)`;

/** In SQL: whether the entry `p` is somebody today. */
const isSomebody = sql`p.erased_at is null and p.merged_into is null`;

/** Whom an appraisal for an organisation can be written by, to choose among: those with a role there, above or below. */
export async function peopleToWrite(
  db: Reader,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<AppraisalPerson[]> {
  const { rows } = await sql<AppraisalPerson>`
    with recursive ${upFrom(organisationId)},
    down(id) as (
      select ${organisationId}::uuid
      union
      select o.id from down join organisation o on o.parent_id = down.id)
    select p.id, p.name from person p
    where ${isSomebody} and exists (
      select from role_assignment r
      where r.person_id = p.id and r.ended_at is null and ${validOn(today, "r")}
        and r.role not in ('userRepresentative', 'participant', 'guest')
        and (r.organisation_id in (select id from up) or r.organisation_id in (select id from down)))
    order by p.name, p.id
    limit 200`.execute(db);
  return rows;
}

/** Who may decide about methods for an organisation, to choose among: nearest first. */
export async function peopleToDecide(
  db: Reader,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<AppraisalPerson[]> {
  const { rows } = await sql<AppraisalPerson>`
    with recursive up(id, parent_id, step) as (
      select o.id, o.parent_id, 0 from organisation o where o.id = ${organisationId}
      union
      select o.id, o.parent_id, up.step + 1 from up join organisation o on o.id = up.parent_id)
    select p.id, p.name
    from person p
      join role_assignment r on r.person_id = p.id and r.ended_at is null and ${validOn(today, "r")}
        and r.role = any(${[...decidingRoles]}::text[])
      join up on up.id = r.organisation_id
    where ${isSomebody}
    group by p.id, p.name
    order by min(up.step), p.name, p.id
    limit 200`.execute(db);
  return rows;
}

/** Which of some people are somebody today. */
export async function knownAmong(db: Reader, people: readonly PersonId[]): Promise<PersonId[]> {
  const { rows } = await sql<{ id: PersonId }>`
    select p.id from person p where ${isSomebody} and p.id = any(${[...people]}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}

/** Somebody who is known by a mail address. */
export async function personWithAddress(db: Reader, email: string): Promise<PersonId | undefined> {
  const { rows } = await sql<{ id: PersonId }>`
    select p.id from person p where ${isSomebody} and p.email = ${email}`.execute(db);
  return rows[0]?.id;
}
