import type { Id } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { liveStates, type RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";

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

/** Somebody in a team of a round, and whether they are in another team of it too: nobody takes two places. */
export type TeamPerson = { readonly name: string; readonly title: string | null; readonly isAlsoElsewhere: boolean };

/** The people of every team in a round, by the team's application. */
export async function teamsIn(db: Reader, roundId: RoundId): Promise<Map<RegistrationId, TeamPerson[]>> {
  const rows = await db
    .selectFrom("team_member as m")
    .innerJoin("registration as r", "r.id", "m.registration_id")
    .where("r.round_id", "=", roundId)
    .where("r.state", "in", liveStates)
    .where("m.removed_at", "is", null)
    .orderBy("m.position")
    .select(["m.registration_id as team", "m.name", "m.title", "m.email"])
    .execute();
  const teams = Map.groupBy(rows, ({ email }) => email);
  return Map.groupBy(
    rows.map(({ team, name, title, email }) => ({
      team,
      name,
      title,
      isAlsoElsewhere: (teams.get(email)?.length ?? 0) > 1,
    })),
    ({ team }) => team,
  );
}
