import { sql } from "kysely";
import type { Id, OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ApplicationState, CommitmentAnswer } from "#features/meetings/matter/matter-words.ts";
import type { MatterId } from "#features/meetings/matter/matter.ts";
import { validOn } from "#features/organisations/queries.ts";

/** A municipality that is a member of a body a matter concerns, and what it has said. Null: nobody has written anything. */
export type AskedMunicipality = {
  readonly id: OrganisationId;
  readonly name: string;
  readonly slug: string;
  readonly answer: CommitmentAnswer | null;
  readonly since: Temporal.PlainDate | null;
};

/**
 * The municipalities a matter asks: today's members of the bodies it concerns, and those that have answered and are
 * members no longer.
 */
export async function municipalitiesAsked(
  db: Reader,
  id: MatterId,
  today: Temporal.PlainDate,
): Promise<AskedMunicipality[]> {
  const { rows } = await sql<AskedMunicipality>`
    select o.id, o.short_name as name, o.slug, mc.answer, mc.since
    from organisation o
    left join municipal_commitment mc on mc.organisation_id = o.id and mc.matter_id = ${id}
    where mc.matter_id is not null or (o.municipality_code is not null and o.id in (
      select bm.organisation_id from body_member bm join matter_body mb on mb.body_id = bm.body_id
      where mb.matter_id = ${id} and ${validOn(today, "bm")}))
    order by o.short_name, o.id`.execute(db);
  return rows;
}

export type ApplicationFacts = {
  readonly id: Id<"external_application">;
  readonly funder: string;
  readonly title: string | null;
  readonly state: ApplicationState;
  readonly since: Temporal.PlainDate | null;
};

/** The applications for money from outside that belong to a matter. */
export async function applicationsOf(db: Reader, id: MatterId): Promise<ApplicationFacts[]> {
  return db
    .selectFrom("external_application")
    .where("matter_id", "=", id)
    .orderBy("id")
    .select(["id", "funder", "title", "state", "since"])
    .execute();
}
