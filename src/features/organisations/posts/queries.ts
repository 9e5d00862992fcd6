import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import { managesPeopleIn } from "#features/organisations/people/person-policy.ts";
import { validOn } from "#features/organisations/queries.ts";

/** The roles at an organisation and those its employees have elsewhere, with their shares of full-time posts. */
export type PostsShown = NonNullable<Awaited<ReturnType<typeof postsAt>>>;

/**
 * Who does what at an organisation on a day and for how much of a full-time post, and which of its employees do it for
 * another: where somebody is employed and where they work are two things (R031). Summed by role in the database, so
 * that 0.15 and twice 0.1 are 0.35. Only for those who manage people there; others get nothing.
 */
export async function postsAt(db: Reader, actor: Actor, id: OrganisationId, today: Temporal.PlainDate) {
  if (!actor.reach.has("people:manage")) return undefined;
  const rows = await db
    .selectFrom("role_assignment as r")
    .innerJoin("person as p", "p.id", "r.person_id")
    .innerJoin("organisation as place", "place.id", "r.organisation_id")
    .leftJoin("organisation as host", "host.id", "r.host_organisation_id")
    .where((eb) => eb.or([eb("r.organisation_id", "=", id), eb("r.host_organisation_id", "=", id)]))
    .where("r.ended_at", "is", null)
    .where(validOn(today, "r"))
    .orderBy("r.role")
    .orderBy("p.name")
    .select(["r.id", "r.role", "r.fte", "place.id as placeId", "p.id as personId", "p.name as person"])
    .select(["place.name as place", "place.slug as placeSlug", "host.name as host", "host.slug as hostSlug"])
    .select(sql<number | null>`sum(r.fte) over (partition by r.organisation_id, r.role)`.as("shared"))
    .select(sql<number>`(count(*) over (partition by r.organisation_id, r.role))::int`.as("sharing"))
    .execute();
  const seen = rows.filter(({ placeId }) => managesPeopleIn(actor, { kind: "organisation", organisationId: placeId }));
  return {
    here: seen.filter(({ placeId }) => placeId === id),
    elsewhere: seen.filter(({ placeId }) => placeId !== id),
  };
}
