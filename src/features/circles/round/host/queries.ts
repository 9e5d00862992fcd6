import type { Reader } from "#platform/database/database.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import type { Look } from "#features/organisations/looks/look.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";

/** Whose round it is, as its pages and its mail show it. */
export async function hostOf(db: Reader, roundId: RoundId): Promise<Look> {
  const { organisationId } = await db
    .selectFrom("round")
    .where("id", "=", roundId)
    .select("organisation_id as organisationId")
    .executeTakeFirstOrThrow();
  return lookOf(db, organisationId);
}
