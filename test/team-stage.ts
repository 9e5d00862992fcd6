import { sql } from "kysely";
import { decideSelection, sendNotices } from "../src/features/circles/registration/selection/commands.ts";
import type { RegistrationId } from "../src/features/circles/registration/registration.ts";
import type { RoundId } from "../src/features/circles/round/round.ts";
import { testDatabase } from "./database.ts";
import { type application, givenRegistrations, monday } from "./given-registrations.ts";
import { givenRounds, noon } from "./given-rounds.ts";

let written = 0;

/** As many people as wanted, each with an address of their own. */
export function people(size: number) {
  return Array.from({ length: size }, () => {
    written += 1;
    return { name: `Medlem ${written}`, email: `medlem${written}@example.se` };
  });
}

/** A round of teams with its stage: principals apply, the notices are sent on the day. */
export async function teamStage() {
  const { db, ownerDb } = await testDatabase();
  const given = givenRounds(ownerDb);
  const circle = givenRegistrations(db, ownerDb);
  const organiser = await given.organiser();
  const planner = await given.planner(organiser);
  const noticeDay = noon("2027-09-20");
  const round = (seats: number, over: Parameters<typeof given.published>[1] = {}) =>
    given.published(organiser, {
      allocation: "teamByPrincipal",
      notice_date: Temporal.PlainDate.from("2027-09-20"),
      hard_capacity: seats,
      target_capacity: seats,
      team_least: 2,
      team_most: 6,
      ...over,
    });
  const decide = (roundId: RoundId, outcomes: readonly (readonly [RegistrationId, "place" | "wait" | "decline"])[]) =>
    decideSelection(
      db,
      planner,
      roundId,
      outcomes.map(([registrationId, outcome]) => ({ registrationId, outcome, reason: "Temat passar." })),
      monday,
    );
  const notices = (roundId: RoundId) => sendNotices(db, planner, roundId, noticeDay);
  const team = async (roundId: RoundId, size: number, over: Parameters<typeof application>[0] = {}) =>
    (await circle.confirmed(roundId, { members: people(size), ...over })).id;
  const seatsTaken = async (roundId: RoundId) => {
    const { rows } = await sql<{ seats: number }>`
      select coalesce(sum(seats), 0)::int as seats from registration
      where round_id = ${roundId} and state in ('placed', 'held', 'offered', 'completed')`.execute(ownerDb);
    return rows[0]!.seats;
  };
  return { db, ownerDb, circle, planner, noticeDay, round, decide, notices, team, seatsTaken };
}
