import type { Id } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";

/** Somebody in a team, as whoever applied wrote them down. */
export type Member = Awaited<ReturnType<typeof membersOf>>[number];

/** The people of one team in their order; none where somebody applies for themselves. */
export async function membersOf(db: Reader, registrationId: RegistrationId) {
  return db
    .selectFrom("team_member")
    .where("registration_id", "=", registrationId)
    .where("removed_at", "is", null)
    .orderBy("position")
    .select(["id", "name", "email", "title"])
    .execute();
}

/** One person of a team by their own id, also one who has been taken out of it and is still to be told. */
export async function memberKnown(db: Reader, id: Id<"team_member">) {
  return db
    .selectFrom("team_member")
    .where("id", "=", id)
    .select(["id", "registration_id as registrationId", "name", "email", "removed_at as removedAt"])
    .executeTakeFirst();
}
