import { sql } from "kysely";
import { newId, type OrganisationId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Tx } from "#platform/database/database.ts";
import { knownPeople } from "#features/meetings/body/known-people/queries.ts";

/** Somebody as they were chosen in a form: among those who are known, or by name and mail address. */
export type PersonMeant = {
  readonly personId?: PersonId | undefined;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
};

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
