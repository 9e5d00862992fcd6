import type { OrganisationId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MemberId } from "#features/meetings/body/members/member.ts";

/** An organisation that is or has been a member of a body. */
export type Member = {
  readonly id: MemberId;
  readonly organisationId: OrganisationId;
  readonly name: string;
  readonly slug: string;
  readonly municipalityCode: string | null;
  /** Null: since nobody knows when. */
  readonly validFrom: Temporal.PlainDate | null;
  readonly validTo: Temporal.PlainDate | null;
  readonly source: string | null;
};

/** The member organisations of a body in Swedish order, also those that have left. */
export async function membersOfBody(db: Reader, bodyId: BodyId): Promise<Member[]> {
  const rows = await db
    .selectFrom("body_member as m")
    .innerJoin("organisation as o", "o.id", "m.organisation_id")
    .where("m.body_id", "=", bodyId)
    .orderBy("o.name")
    .orderBy("m.valid_from")
    .select(["m.id", "o.id as organisationId", "o.name", "o.slug", "o.municipality_code as municipalityCode"])
    .select(["m.valid_from as validFrom", "m.valid_to as validTo", "m.source"])
    .execute();
  return rows.map((row) => ({ ...row, id: row.id as MemberId }));
}
