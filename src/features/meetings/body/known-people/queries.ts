import { sql } from "kysely";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader, Tx } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";

/** Somebody as they were chosen in a form: among those who are known, or by name and mail address. */
export type PersonMeant = {
  readonly personId?: PersonId | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

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

/** The person who was meant: one who is known, the one with this address, or somebody new. Nothing is proved by it. */
export async function personMeant(
  tx: Tx,
  { personId, name, email }: PersonMeant,
  organisationId: OrganisationId,
  today: Temporal.PlainDate,
): Promise<PersonId> {
  if (personId) {
    const known = await knownPeople(tx, organisationId, today);
    if (!known.some(({ id }) => id === personId)) throw new Refusal("not_found", "organisations.no_such_person");
    return personId;
  }
  const { rows } = await sql<{ id: PersonId }>`
    select person_written_down(${newId<"person">()}, ${email ?? null}, ${name ?? ""}, 'sv', null) as id`.execute(tx);
  const person = rows[0];
  if (!person) throw new Error("Whoever was written down is nobody");
  return person.id;
}
