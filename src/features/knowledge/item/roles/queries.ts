import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";

/** The organisations where somebody has a role on a day: in them they may tell what they know from experience. */
export async function organisationsOfRoles(
  db: Reader,
  personId: PersonId | undefined,
  today: Temporal.PlainDate,
): Promise<OrganisationId[]> {
  if (personId === undefined) return [];
  const rows = await db
    .selectFrom("role_assignment as r")
    .where("r.person_id", "=", personId)
    .where("r.ended_at", "is", null)
    .where("r.organisation_id", "is not", null)
    .where(validOn(today, "r"))
    .select("r.organisation_id as id")
    .distinct()
    .execute();
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Whether somebody has a role in an organisation on a day. */
export async function hasRoleIn(
  db: Reader,
  personId: PersonId | undefined,
  organisationId: OrganisationId | null,
  today: Temporal.PlainDate,
): Promise<boolean> {
  if (organisationId === null) return false;
  return (await organisationsOfRoles(db, personId, today)).includes(organisationId);
}
