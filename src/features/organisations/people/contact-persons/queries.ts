import { sql } from "kysely";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { Role } from "#features/organisations/people/roles.ts";
import { validOn } from "#features/organisations/queries.ts";

/** Roles whose holder stands for an organisation towards others: whom an invitation is sent to. */
const contactRoles = [
  "municipalCoordinator",
  "developmentLeader",
  "socialServicesDirector",
  "headOfOperations",
] as const satisfies readonly Role[];

/** Somebody who stands for an organisation. */
export type ContactPerson = {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisation: string;
};

/**
 * Those who stand for the members of an organisation, or of a body it is part of or lies below: the municipalities of
 * a region have their coordinators, who pass an invitation on. One row an address. In Swedish order of organisations.
 */
export async function contactPersonsOf(
  db: Reader,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<ContactPerson[]> {
  const { rows } = await sql<ContactPerson>`
    with recursive bodies(id) as (
      select ${organisationId}::uuid
      union
      select other.id from bodies b join lateral (
        select o.parent_id as id from organisation o where o.id = b.id and o.parent_id is not null
        union all
        select r.to_id from organisation_relation r
        where r.from_id = b.id and r.kind in ('partOf', 'serves') and ${validOn(today, "r")}
        union all
        select r.from_id from organisation_relation r
        where r.to_id = b.id and r.kind = 'owns' and ${validOn(today, "r")}) as other on true),
    members(id, top) as (
      select r.from_id, r.from_id from organisation_relation r join bodies b on b.id = r.to_id
      where r.kind = 'memberOf' and ${validOn(today, "r")}
      union
      select o.id, m.top from members m join organisation o on o.parent_id = m.id)
    select * from (
      select distinct on (p.email) p.name, p.email, a.role, o.short_name as organisation
      from members m
      join role_assignment a on a.organisation_id = m.id and a.ended_at is null and ${validOn(today, "a")}
      join person p on p.id = a.person_id
      join organisation o on o.id = m.top
      where a.role = any(${[...contactRoles]}) and p.email is not null
      order by p.email, array_position(${[...contactRoles]}, a.role), o.short_name) as each
    order by organisation collate swedish, name collate swedish
    limit 2000`.execute(db);
  return rows;
}
