import { sql } from "kysely";
import { expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { confirmApplication } from "#features/circles/registration/confirmation/commands.ts";
import { correctRegistration } from "#features/circles/registration/correction/commands.ts";
import { Correction } from "#features/circles/registration/correction/correction.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { application } from "../../../../../test/given-registrations.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { people, teamStage } from "../../../../../test/team-stage.ts";

test("twenty teams at once for twelve places: four get all of theirs, and nobody is lost (R025)", async () => {
  const { db, circle, round: teamRound, decide, notices, noticeDay, seatsTaken } = await teamStage();
  const round = await teamRound(12);
  const late: RegistrationId[] = [];
  for (let each = 0; each < 20; each += 1)
    late.push((await circle.applied(round.id, { members: people(3) }, noon("2027-09-17"))).id);
  const first = await circle.confirmed(round.id, { members: people(2) });
  await decide(round.id, [[first.id, "decline"]]);
  await notices(round.id);
  const tokens = await Promise.all(late.map((id) => circle.link("registration.confirm", id)));
  await Promise.all(tokens.map((token) => confirmApplication(db, linkHolder, token, noticeDay)));
  const roster = await circle.roster(round.id);
  expect(await seatsTaken(round.id)).toBe(12);
  expect(roster.filter((row) => row.endsWith("offered"))).toHaveLength(4);
  expect(roster.filter((row) => row.endsWith("waitlisted"))).toHaveLength(16);
});

/** Ten teams of two have places, one place is left, and all ten ask for one person more at the same moment. */
async function growing(isLocked: boolean) {
  const { db, ownerDb, circle, planner, round: teamRound, decide, notices, noticeDay, seatsTaken } = await teamStage();
  const round = await teamRound(21);
  const teams = await Promise.all(
    Array.from({ length: 10 }, async () => {
      const answers = application({ members: people(2) });
      return { answers, ...(await circle.confirmed(round.id, answers)) };
    }),
  );
  await decide(
    round.id,
    teams.map(({ id }) => [id, "place"] as const),
  );
  await notices(round.id);
  if (!isLocked) {
    await sql`create or replace function lock_round(wanted uuid) returns setof round language sql as
      $$ select * from round where id = wanted $$`.execute(ownerDb);
  }
  const grown = await Promise.allSettled(
    teams.map(({ id, answers }) => {
      const { name, email, workplace, employer, sector, profession, members = [] } = answers;
      const more = { name, email, workplace, employer, sector, profession, members: [...members, ...people(1)] };
      return correctRegistration(db, planner, id, Correction.parse(more), noticeDay);
    }),
  );
  return { grown: grown.filter(({ status }) => status === "fulfilled").length, taken: await seatsTaken(round.id) };
}

test("ten teams that want the last place at once: one gets it (R025, C-18)", async () => {
  expect(await growing(true)).toEqual({ grown: 1, taken: 21 });
});

test("without the round's lock the last place is given more than once", async () => {
  expect((await growing(false)).taken).toBeGreaterThan(21);
});
