import { sql } from "kysely";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";

/**
 * Whom whoever looks after the bodies of an organisation can choose by name: those who have sat in one of them or have a
 * role in the organisation. Service-user representatives who have not agreed to be named are not among them.
 */
export async function knownPeople(
  db: Reader,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<{ readonly id: PersonId; readonly name: string }[]> {
  const { rows } = await sql<{ id: PersonId; name: string }>`
    select p.id, p.name from person p
    where p.erased_at is null and p.merged_into is null and p.id in (
      select h.person_id from body_seat_holding h
      join body_seat s on s.id = h.seat_id join body b on b.id = s.body_id
      where b.organisation_id = ${organisationId}
      union
      select r.person_id from role_assignment r
      where r.organisation_id = ${organisationId} and r.ended_at is null and ${validOn(today, "r")})
    and not exists (
      select from body_seat_holding h join body_seat s on s.id = h.seat_id
      where h.person_id = p.id and s.kind = 'userRepresentative' and h.name_agreed_at is null)
    order by p.name, p.id
    limit 500`.execute(db);
  return rows;
}
