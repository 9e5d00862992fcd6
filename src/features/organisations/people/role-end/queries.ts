import type { Reader } from "#platform/database/database.ts";
import { validOn } from "#features/organisations/queries.ts";

/** How many administrators of the whole installation there are or will be, with their last days. */
export async function administratorships(db: Reader, today: Temporal.PlainDate) {
  return db
    .selectFrom("role_assignment as r")
    .where("r.role", "=", "administrator")
    .where("r.organisation_id", "is", null)
    .where("r.round_id", "is", null)
    .where("r.ended_at", "is", null)
    .where(validOn(today, "r"))
    .select(["r.id as assignmentId", "r.valid_to as validTo"])
    .execute();
}
