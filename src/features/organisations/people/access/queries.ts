import { sql } from "kysely";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";
import type { AccessQuestion, ExplainedRole } from "#features/organisations/people/access/access-explanation.ts";
import { rolesOf } from "#features/organisations/people/queries.ts";
import { organisationCalled } from "#features/organisations/queries.ts";

/** The roles somebody has today with what lies below each, for `access explain`. */
export async function accessOf(db: Reader, personId: PersonId, today: Temporal.PlainDate): Promise<ExplainedRole[]> {
  const roles = (await rolesOf(db, personId, today)).filter(({ tense }) => tense === "present");
  const tops = roles.flatMap(({ scope }) => (scope.kind === "organisation" ? [scope.organisationId] : []));
  const { rows } = await sql<{ top: OrganisationId; id: OrganisationId }>`
    with recursive below(top, id) as (
      select id, id from organisation where id = any (${tops}::uuid[])
      union
      select below.top, o.id from below join organisation o on o.parent_id = below.id)
    select top, id from below`.execute(db);
  return roles.map(({ role, scope, path, roundTitle, validFrom, validTo }) => ({
    role,
    scope,
    place: scope.kind === "everywhere" ? null : (roundTitle ?? nameInPlace(path ?? [])),
    validFrom,
    validTo,
    below: rows.filter(({ top }) => scope.kind === "organisation" && top === scope.organisationId).map(({ id }) => id),
  }));
}

/** What a command line means by an organisation's or a round's name, for `access explain --resource`. */
export async function thingCalled(db: Reader, called: string): Promise<AccessQuestion["thing"]> {
  const round = await db
    .selectFrom("round")
    .where((eb) => eb.or([eb("slug", "=", called), eb(sql`id::text`, "=", called)]))
    .select(["id as roundId", "organisation_id as organisationId"])
    .executeTakeFirst();
  if (round) return round;
  const organisation = await organisationCalled(db, called);
  return organisation && { organisationId: organisation.id };
}
