import { describe, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { apply, withdraw } from "#features/circles/registration/commands.ts";
import { correctRegistration } from "#features/circles/registration/correction/commands.ts";
import { Correction } from "#features/circles/registration/correction/correction.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { selectionPage } from "#features/circles/registration/selection/queries.ts";
import { application, monday } from "../../../../../test/given-registrations.ts";
import { givenRounds } from "../../../../../test/given-rounds.ts";
import { runJobs } from "../../../../../test/jobs.ts";
import { people, teamStage } from "../../../../../test/team-stage.ts";

const {
  db,
  ownerDb,
  circle,
  planner,
  noticeDay,
  round: teamRound,
  decide,
  notices,
  team,
  seatsTaken,
} = await teamStage();

describe("one application is one team from one principal (R121)", () => {
  test("it takes as many places as it has people, and nobody in it is written to before the address is proved", async () => {
    await circle.forgetMails();
    const round = await teamRound(12);
    const members = people(4);
    const { id, email } = await circle.applied(round.id, { members, themeProposal: "Tidiga insatser" });
    await runJobs(db, registrationJobs, { now: monday });
    const to = async () =>
      (await ownerDb.selectFrom("mail").select("to_address").execute()).map((mail) => mail.to_address);
    expect(await to()).toEqual([email]);

    await circle.confirm(id);
    await runJobs(db, registrationJobs, { now: monday });
    expect((await to()).toSorted()).toEqual([email, email, ...members.map((member) => member.email)].toSorted());
    const row = await ownerDb
      .selectFrom("registration")
      .where("id", "=", id)
      .select(["state", "seats", "theme_proposal"])
      .executeTakeFirstOrThrow();
    expect(row).toEqual({ state: "applied", seats: 4, theme_proposal: "Tidiga insatser" });
  });

  test("a mail to one in the team names nobody else in it", async () => {
    await circle.forgetMails();
    await ownerDb.deleteFrom("mail").execute();
    const round = await teamRound(12);
    const [first, second] = people(2);
    const { id } = await circle.applied(round.id, { members: [first!, second!] });
    await circle.confirm(id);
    await runJobs(db, registrationJobs, { now: monday });
    const mail = await ownerDb
      .selectFrom("mail")
      .where("to_address", "=", first!.email)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(JSON.stringify(mail)).not.toContain(second!.email);
  });

  test.each([
    { why: "a team that is too small", members: 1 },
    { why: "a team larger than the round takes", members: 7 },
  ])("$why is refused, and nothing is written", async ({ members }) => {
    const round = await teamRound(12);
    const before = await circle.everything();
    const wish = { roundId: round.id, application: application({ members: people(members) }), language: "sv" as const };
    await expect(apply(db, nobody, wish, monday)).rejects.toMatchObject({ code: "web.form_invalid" });
    expect(await circle.everything()).toEqual(before);
  });

  test("a round of single people keeps no team that somebody sends along", async () => {
    const organiser = await givenRounds(ownerDb).organiser();
    const round = await givenRounds(ownerDb).published(organiser);
    const { id } = await circle.applied(round.id, { members: people(3) });
    const row = await ownerDb.selectFrom("registration").where("id", "=", id).select("seats").executeTakeFirstOrThrow();
    expect(row.seats).toBe(1);
    expect(await ownerDb.selectFrom("team_member").where("registration_id", "=", id).selectAll().execute()).toEqual([]);
  });

  test("somebody who is in two teams is pointed out to whoever chooses", async () => {
    const round = await teamRound(12);
    const [shared, ...rest] = people(3);
    await team(round.id, 0, { members: [shared!, rest[0]!] });
    await team(round.id, 0, { members: [shared!, rest[1]!] });
    const found = await selectionPage(db, planner, round.slug, monday());
    const twice = found!.candidates.flatMap(({ members }) => members.filter(({ isAlsoElsewhere }) => isAlsoElsewhere));
    expect(twice.map(({ name }) => name)).toEqual([shared!.name, shared!.name]);
  });
});

describe("teams are assessed together (R026, C-14)", () => {
  test("nobody is placed before the notices, which give every team all its places or none", async () => {
    const round = await teamRound(8);
    const ids = [await team(round.id, 4), await team(round.id, 3), await team(round.id, 5)];
    expect(await circle.roster(round.id)).toEqual(["1 applied", "2 applied", "3 applied"]);
    await decide(round.id, [
      [ids[0]!, "place"],
      [ids[1]!, "place"],
      [ids[2]!, "wait"],
    ]);
    expect(await notices(round.id)).toEqual({ place: 2, wait: 1, decline: 0 });
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 placed", "3 waitlisted"]);
    expect(await seatsTaken(round.id)).toBe(7);
  });

  test("more people than places are refused, however few the teams", async () => {
    const round = await teamRound(7);
    const ids = [await team(round.id, 4), await team(round.id, 4)];
    await decide(round.id, [
      [ids[0]!, "place"],
      [ids[1]!, "place"],
    ]);
    await expect(notices(round.id)).rejects.toMatchObject({
      code: "registration.too_many_chosen",
      details: { chosen: 8, seats: 7 },
    });
    expect(await seatsTaken(round.id)).toBe(0);
  });
});

describe("the waiting list of teams (C-15)", () => {
  const waiting = async (seats: number, placed: number, ...sizes: number[]) => {
    const round = await teamRound(seats);
    const first = await team(round.id, placed);
    const rest: RegistrationId[] = [];
    for (const size of sizes) rest.push(await team(round.id, size));
    await decide(round.id, [[first, "place"], ...rest.map((id) => [id, "wait"] as const)]);
    await notices(round.id);
    return { round, first, rest };
  };

  test("passes over a team that is larger than what is free, and keeps its number for it", async () => {
    const round = await teamRound(6);
    const ids: RegistrationId[] = [];
    for (const size of [3, 3, 5, 3]) ids.push(await team(round.id, size));
    await decide(
      round.id,
      ids.map((id, index) => [id, index < 2 ? "place" : "wait"] as const),
    );
    await notices(round.id);
    await withdraw(db, planner, { registrationId: ids[0]! }, noticeDay);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 placed", "3 waitlisted", "4 offered"]);
    await answerOffer(db, planner, { registrationId: ids[3]! }, "no", noticeDay);
    await withdraw(db, planner, { registrationId: ids[1]! }, noticeDay);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 withdrawn", "3 offered", "4 withdrawn"]);
  });

  test("asks a team as soon as there is room for all of it, before smaller ones behind", async () => {
    const { round, first } = await waiting(6, 6, 4, 2);
    await withdraw(db, planner, { registrationId: first }, noticeDay);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 offered", "3 offered"]);
    expect(await seatsTaken(round.id)).toBe(6);
  });

  test("a team that says no frees all its places", async () => {
    const { round, first, rest } = await waiting(4, 4, 4, 2, 2);
    await withdraw(db, planner, { registrationId: first }, noticeDay);
    await answerOffer(db, planner, { registrationId: rest[0]! }, "no", noticeDay);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 withdrawn", "3 offered", "4 offered"]);
  });
});

describe("a team that changes (C-18)", () => {
  const correct = async (
    id: RegistrationId,
    members: readonly { name: string; email: string; title?: string | undefined }[],
  ) => {
    const row = await ownerDb
      .selectFrom("registration")
      .where("id", "=", id)
      .select(["name", "email", "workplace", "employer", "sector", "profession"])
      .executeTakeFirstOrThrow();
    return correctRegistration(db, planner, id, Correction.parse({ ...row, members }), noticeDay);
  };
  const placed = async (seats: number, size: number) => {
    const round = await teamRound(seats);
    const members = people(size);
    const id = await team(round.id, 0, { members });
    await decide(round.id, [[id, "place"]]);
    await notices(round.id);
    await runJobs(db, registrationJobs, { now: noticeDay });
    await ownerDb.deleteFrom("mail").execute();
    return { round, id, members };
  };

  test("tells whoever leaves and whoever comes, and forgets the one who has left", async () => {
    const { round, id, members } = await placed(6, 3);
    const [comes] = people(1);
    await correct(id, [members[0]!, members[1]!, comes!]);
    await runJobs(db, registrationJobs, { now: noticeDay });
    const mails = await ownerDb.selectFrom("mail").select(["to_address as to", "subject"]).execute();
    const told = new Set(mails.map(({ to, subject }) => `${subject} ${to}`));
    expect(told).toContain(`registration.mail.member.removed.subject ${members[2]!.email}`);
    expect(told).toContain(`registration.mail.member.placed.subject ${comes!.email}`);
    expect(told.size).toBe(3);
    const left = await ownerDb
      .selectFrom("team_member")
      .where("registration_id", "=", id)
      .select("email")
      .orderBy("position")
      .execute();
    expect(left.map(({ email }) => email)).toEqual([members[0]!.email, members[1]!.email, comes!.email]);
    expect(await seatsTaken(round.id)).toBe(3);
  });

  test("may not grow past the places there are, and a smaller one lets others in", async () => {
    const round = await teamRound(6);
    const members = people(3);
    const id = await team(round.id, 0, { members });
    const other = await team(round.id, 3);
    const waits = await team(round.id, 2);
    await decide(round.id, [
      [id, "place"],
      [other, "place"],
      [waits, "wait"],
    ]);
    await notices(round.id);
    const before = await circle.everything();
    await expect(correct(id, [...members, ...people(1)])).rejects.toMatchObject({
      code: "registration.team_does_not_fit",
    });
    expect(await circle.everything()).toEqual(before);
    await withdraw(db, planner, { registrationId: other }, noticeDay);
    await answerOffer(db, planner, { registrationId: waits }, "yes", noticeDay);
    await correct(id, [...members, ...people(1)]);
    expect(await seatsTaken(round.id)).toBe(6);
  });
});
