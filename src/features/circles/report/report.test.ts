import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { giveAssignment } from "#features/circles/assignment/commands.ts";
import { AssignmentWish } from "#features/circles/assignment/assignment.ts";
import { newId } from "#kernel/ids.ts";
import { publishProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { ProposalWords } from "#features/circles/proposal/proposal.ts";
import { removeCost, writeCost } from "#features/circles/report/commands.ts";
import { Cost } from "#features/circles/report/cost.ts";
import { reportOfRound, reportOfSeveral } from "#features/circles/report/queries.ts";
import type { AttendanceState } from "#features/circles/attendance/attendance.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const december = noon("2027-12-15");
const spent = (over: object = {}) =>
  Cost.parse({ funder: "Statsbidraget", purpose: "Handledning", amount: 40_000, ...over });

let municipalities = 0;
/** A municipality in a county, and its unit. */
async function municipality(name: string, countyCode = "14") {
  municipalities += 1;
  const code = `${countyCode}${String(10 + municipalities)}`;
  await ownerDb
    .insertInto("county")
    .values({ code: countyCode, name: `Län ${countyCode}`, short_name: countyCode })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const id = await given.organiser({
    name: `${name} kommun`,
    short_name: name,
    kinds: ["municipality"],
    municipality_code: code,
    county_code: countyCode,
  });
  return id;
}

const sessionsOf = async (roundId: RoundId) =>
  (await ownerDb.selectFrom("session").where("round_id", "=", roundId).orderBy("position").select("id").execute()).map(
    ({ id }) => id,
  );

const noted = (sessionId: SessionId, registrationId: RegistrationId, state: AttendanceState) =>
  ownerDb
    .insertInto("attendance")
    .values({
      id: newId<"attendance">(),
      session_id: sessionId,
      registration_id: registrationId,
      state,
      noted_by: "leader",
      noted_at: december(),
    })
    .execute();

/** A circle whose municipalities are Ale, Borås and Mark: two with a place, of whom Borås never came. */
async function stage() {
  const unit = await given.organiser();
  const [ale, boras, mark] = [await municipality("Ale"), await municipality("Borås"), await municipality("Mark")];
  for (const from of [ale, boras, mark])
    await ownerDb
      .insertInto("organisation_relation")
      .values({ id: newId<"organisation_relation">(), from_id: from, to_id: unit, kind: "memberOf" })
      .execute();
  const round = await given.published(unit, { state: "running", hours: 70 });
  const leader = await given.planner(unit);
  const office = await given.organiser({ name: "Familjeenheten", parent_id: ale, kinds: ["unit"] });
  const [asa, bo, cim] = [
    await given.registration(round.id, { organisation_id: office, sector: "school", email: "a@example.se" }),
    await given.registration(round.id, { organisation_id: boras, email: "b@example.se" }),
    await given.registration(round.id, { employer: "Stiftelsen Bro", sector: "civilSociety", email: "c@example.se" }),
  ];
  await given.registration(round.id, { state: "withdrawn", email: "d@example.se" });
  await given.registration(round.id, { state: "unconfirmed", email: "e@example.se" });
  const sessions = await sessionsOf(round.id);
  await noted(sessions[0]!, asa, "present");
  await noted(sessions[1]!, asa, "digital");
  await noted(sessions[0]!, bo, "excused");
  return { unit, round, leader, asa, bo, cim, sessions };
}

describe("the report of a round", () => {
  test("counts meetings, places, sectors and hours, and what nobody has noted stands by itself (R102, R116)", async () => {
    const { round, leader } = await stage();
    const { report } = await reportOfRound(db, leader, round.slug, december());
    expect(report.sessions).toEqual({ planned: 5, held: 4, calledOff: 0, digital: 0 });
    expect(report.attendance).toEqual({ present: 1, digital: 1, substitute: 0, excused: 1, absent: 0, unmarked: 9 });
    expect(report.people).toMatchObject({ applied: 4, places: 3, persons: 3, withdrawn: 1, completed: 0 });
    expect(report.sectors.filter(({ places }) => places > 0)).toEqual([
      { sector: "socialServices", places: 1 },
      { sector: "school", places: 1 },
      { sector: "civilSociety", places: 1 },
    ]);
    expect(report.hours).toMatchObject({ planned: { minutes: 5 * 240 }, attended: { minutes: 480 }, commitment: 210 });
  });

  test("tells the municipalities that were there, those that never came and those without a place", async () => {
    const { round, leader } = await stage();
    const { report, territory } = await reportOfRound(db, leader, round.slug, december());
    expect(territory).toBe("members");
    expect(report.municipalities).toBe(2);
    expect(report.homes).toEqual([
      expect.objectContaining({ name: "Ale", places: 1, wasPresent: true }),
      expect.objectContaining({ name: "Borås", places: 1, wasPresent: false }),
      expect.objectContaining({ name: "Stiftelsen Bro", code: null, wasPresent: undefined }),
    ]);
    expect(report.notReached).toEqual([
      { name: "Borås", why: "neverPresent" },
      { name: "Mark", why: "noPlace" },
    ]);
  });

  test("compares with the county where nobody is written down as a member, and says when it cannot tell", async () => {
    await municipality("Habo", "06");
    const inCounty = await given.organiser({ county_code: "06" });
    const round = await given.published(inCounty);
    const found = await reportOfRound(db, await given.planner(inCounty), round.slug, december());
    expect(found.territory).toBe("county");
    expect(found.report.notReached).toEqual([{ name: "Habo", why: "noPlace" }]);

    const nowhere = await given.organiser();
    const other = await given.published(nowhere);
    const unknown = await reportOfRound(db, await given.planner(nowhere), other.slug, december());
    expect([unknown.territory, unknown.report.notReached]).toEqual(["unknown", []]);
  });

  test("counts every proposal and names those that are published (R099)", async () => {
    const { round, leader } = await stage();
    const words = { problem: "P", content: "C", owner: "Ale kommun" };
    await writeProposal(db, leader, december, round.id, ProposalWords.parse({ title: "Hemligt", ...words }));
    const shown = ProposalWords.parse({ title: "Öppet", ...words });
    const { id } = await writeProposal(db, leader, december, round.id, shown);
    await publishProposal(db, leader, december, id, true);
    const { report } = await reportOfRound(db, leader, round.slug, december());
    expect(report.proposals).toMatchObject({ count: 2, participants: 0 });
    expect(report.proposals.byState).toContainEqual({ state: "idea", count: 2 });
    expect(report.proposals.published.map(({ title }) => title)).toEqual(["Öppet"]);
  });

  test("sums what those with a place have reached, and not what somebody who left had (R124)", async () => {
    const { round, leader, asa } = await stage();
    const gone = await given.registration(round.id, { state: "withdrawn", email: "f@example.se" });
    for (const [registrationId, reached] of [
      [asa, 12],
      [gone, 50],
    ] as const)
      await ownerDb
        .insertInto("spread")
        .values({
          id: newId<"spread">(),
          registration_id: registrationId,
          told_on: day("2027-11-01"),
          audience: "Arbetsplatsträffen",
          manner: "workplaceMeeting",
          reached,
          created_at: december(),
        })
        .execute();
    const { report } = await reportOfRound(db, leader, round.slug, december());
    expect(report.reach).toMatchObject({ colleagues: 12, perParticipant: 4 });
    expect(report.reach.byEmployer[0]).toMatchObject({ name: "Ale", colleagues: 12 });
  });

  test("counts the hours of assignments and reading as far as somebody has said what they take (R116)", async () => {
    const { round, leader } = await stage();
    const task = { title: "Läs", task: "Läs", visibility: "group" };
    for (const hours of ["1,5", undefined])
      await giveAssignment(db, leader, december, round.id, AssignmentWish.parse({ ...task, hours }));
    await sql`insert into session_material (id, session_id, title, address, shown, to_read, added_at, minutes)
      select gen_random_uuid(), id, 'En text', 'https://example.se/text', 'before', position = 0, now(), 30
      from session where round_id = ${round.id} and position < 2`.execute(ownerDb);
    const { report } = await reportOfRound(db, leader, round.slug, december());
    expect(report.hours.between).toEqual({ minutes: 120, unknown: 1 });
  });

  test("does not say that nothing was paid as long as no cost is written", async () => {
    const { round, leader } = await stage();
    const { report } = await reportOfRound(db, leader, round.slug, december());
    expect(report.costs).toMatchObject({ total: null, perPlace: undefined });
    expect(report.rounds).toMatchObject([{ cost: null }]);
  });

  test("takes a source written in another case for the same one, and shares the cost by the places (R008)", async () => {
    const { round, leader } = await stage();
    await writeCost(db, leader, december, round.id, spent());
    await writeCost(db, leader, december, round.id, spent({ funder: "STATSBIDRAGET", amount: "5 000" }));
    await writeCost(db, leader, december, round.id, spent({ funder: "Region Väst", amount: 15_000 }));
    const { report } = await reportOfRound(db, leader, round.slug, december());
    expect(report.costs).toMatchObject({
      total: 60_000,
      perPlace: 20_000,
      sources: [
        { funder: "Statsbidraget", amount: 45_000 },
        { funder: "Region Väst", amount: 15_000 },
      ],
    });
  });

  test("is for those who plan or lead the round, and is not there for participants, others and drafts", async () => {
    const { unit, round, leader } = await stage();
    const researcher = await given.person({ name: "Rut Forsén" });
    await ownerDb
      .insertInto("round_leader")
      .values({
        id: newId<"round_leader">(),
        round_id: round.id,
        position: 9,
        name: "Rut Forsén",
        person_id: researcher,
      })
      .execute();
    const named = actorWith([], {}, researcher);
    expect((await reportOfRound(db, named, round.slug, december())).can).toEqual({
      writeCosts: false,
      seePlanning: false,
    });
    const seat = await ownerDb
      .selectFrom("registration")
      .where("round_id", "=", round.id)
      .where("state", "=", "placed")
      .select("person_id")
      .executeTakeFirstOrThrow();
    const draft = await given.draft(unit);
    const asked = [
      [actorWith([], {}, seat.person_id!), round.slug],
      [await given.planner(await given.organiser()), round.slug],
      [leader, draft.slug],
      [leader, "finns-inte"],
    ] as const;
    for (const [who, slug] of asked)
      await expect(reportOfRound(db, who, slug, december())).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("costs", () => {
  const costsOf = (roundId: RoundId) =>
    ownerDb.selectFrom("round_cost").where("round_id", "=", roundId).select("amount").execute();

  test("are written by those who plan the round; a refusal leaves everything as it was", async () => {
    const { unit, round } = await stage();
    const reader = actorWith(["circles:read"], { organisations: new Set([unit]) }, await given.person());
    await expect(writeCost(db, reader, december, round.id, spent())).rejects.toMatchObject({ kind: "forbidden" });
    const stranger = await given.planner(await given.organiser());
    await expect(writeCost(db, stranger, december, round.id, spent())).rejects.toMatchObject({ kind: "not_found" });
    expect(await costsOf(round.id)).toEqual([]);
  });

  test("are taken away once, from their own round", async () => {
    const { unit, round, leader } = await stage();
    const { id } = await writeCost(db, leader, december, round.id, spent());
    const other = await given.published(unit);
    await expect(removeCost(db, leader, other.id, id)).rejects.toMatchObject({ code: "report.no_such_cost" });
    await removeCost(db, leader, round.id, id);
    await expect(removeCost(db, leader, round.id, id)).rejects.toMatchObject({ code: "report.no_such_cost" });
    expect(await costsOf(round.id)).toEqual([]);
  });

  test.each([{ amount: 0 }, { amount: "-5" }, { amount: "1,5" }, { funder: "" }, { purpose: "19121212-1212" }])(
    "%o is no cost",
    (over) => {
      const written = { funder: "Bidraget", purpose: "Lokal", amount: 1, ...over };
      expect(Cost.safeParse(written).success).toBe(false);
    },
  );
});

describe("the report of several rounds", () => {
  test("sums the rounds within reach that met in the year, people apart from places, without the cancelled", async () => {
    const { unit, leader } = await stage();
    const person = await given.person({ name: "Åsa Berg" });
    const before = await reportOfSeveral(db, leader, { year: 2027 }, december());
    for (const _ of [1, 2]) {
      const round = await given.published(unit, { state: "running" });
      await given.registration(round.id, { person_id: person, email: "asa@example.se" });
    }
    await given.published(unit, { state: "cancelled", cancelled_reason: "För få" });
    const elsewhere = await given.published(await given.organiser());
    await given.registration(elsewhere.id);

    const after = await reportOfSeveral(db, leader, { year: 2027 }, december());
    expect(after.report.rounds).toHaveLength(before.report.rounds.length + 2);
    expect(after.cancelled).toBe(1);
    expect(after.report.people.places).toBe(before.report.people.places + 2);
    expect(after.report.people.persons).toBe((before.report.people.persons ?? 0) + 1);
    const sum = after.report.rounds.reduce((all, { places }) => all + places, 0);
    expect(sum).toBe(after.report.people.places);
    expect((await reportOfSeveral(db, leader, { year: 2026 }, december())).report.rounds).toEqual([]);
    expect((await reportOfSeveral(db, leader, { series: "finns-inte" }, december())).report.rounds).toEqual([]);
    expect(after.choices.years).toEqual([2028, 2027]);
  });
});
