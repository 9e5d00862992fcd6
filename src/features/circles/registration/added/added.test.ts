import { describe, expect, test } from "vitest";
import { linkHolder, nobody } from "#kernel/actor.ts";
import { addApplication, proveAddress } from "#features/circles/registration/added/commands.ts";
import { markCalled } from "#features/circles/registration/calls/commands.ts";
import { callsToMake } from "#features/circles/registration/calls/queries.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { mailOwnLinks } from "#features/circles/registration/own/commands.ts";
import { ownRegistration } from "#features/circles/registration/own/queries.ts";
import { WrittenDown } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { application, givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { actorWith, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { runJobs } from "../../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });

/** What a leader writes down while somebody is on the telephone. */
function written(over: Record<string, unknown> = {}): WrittenDown {
  const { meets, ...answers } = application();
  return WrittenDown.parse({
    ...answers,
    meets,
    way: "phone",
    reachedDate: "2027-06-04",
    reachedTime: "9.15",
    managerDeclared: "yes",
    hoursAccepted: "yes",
    ...over,
  });
}
const add = (roundId: RoundId, over: Record<string, unknown> = {}, now = monday) =>
  addApplication(db, planner, { roundId, written: written(over) }, now);
const noAddress = (over: Record<string, unknown> = {}) => ({ email: undefined, phone: "0481-450 00", ...over });
const rowOf = (id: string) =>
  ownerDb
    .selectFrom("registration")
    .where("id", "=", id as never)
    .selectAll()
    .executeTakeFirstOrThrow();
const mails = () => ownerDb.selectFrom("mail").orderBy("created_at").select(["to_address as to", "subject"]).execute();

describe("an application that staff write down", () => {
  test("counts as confirmed, takes the next number now, and keeps when and how it came in (R024)", async () => {
    const round = await given.published(organiser);
    await circle.queue(round.id, 2);
    const { id, queueNo, state } = await add(round.id);
    expect([queueNo, state]).toEqual([3, "placed"]);
    const row = await rowOf(id);
    expect([row.way, row.reached_at?.toString(), row.address_unproved, row.late]).toEqual([
      "phone",
      "2027-06-04T07:15:00Z",
      true,
      false,
    ]);
    expect(row.added_by).toBe(planner.personId);
    expect(await circle.mailsLeft(round.id)).toContain("added to 3");
  });

  test("an earlier telephone call passes nobody who has a number already", async () => {
    const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1 });
    await circle.queue(round.id, 1);
    expect(await add(round.id, { reachedDate: "2027-06-01" })).toMatchObject({ queueNo: 2, state: "waitlisted" });
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 waitlisted"]);
  });

  test("is not late when it came in time, although it is written down after the last day (R026)", async () => {
    const selection = { allocation: "selection", notice_date: Temporal.PlainDate.from("2027-09-20") } as const;
    const round = await given.published(organiser, { ...selection, state: "closed" });
    const after = noon("2027-09-13");
    const inTime = await add(round.id, { reachedDate: "2027-09-10", reachedTime: "23:59" }, after);
    const late = await add(round.id, { reachedDate: "2027-09-11", reachedTime: "00:00" }, after);
    expect([(await rowOf(inTime.id)).late, (await rowOf(late.id)).late]).toEqual([false, true]);
  });

  test("a first-come round takes what came in time after it has closed, and nothing that came after", async () => {
    const round = await given.published(organiser, { state: "closed" });
    const after = noon("2027-09-13");
    expect(await add(round.id, { reachedDate: "2027-09-10" }, after)).toMatchObject({ state: "placed" });
    await expect(add(round.id, { reachedDate: "2027-09-11" }, after)).rejects.toMatchObject({
      code: "registration.closed",
    });
  });

  test("goes into the live application of the same person, under the earlier number (R119)", async () => {
    const round = await given.published(organiser);
    const { id, email } = await circle.applied(round.id);
    await circle.confirm(id);
    const again = await add(round.id, { email });
    expect([again.id, again.state]).toEqual([id, "placed"]);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged"]);
  });

  test("pressed twice is one", async () => {
    const round = await given.published(organiser);
    const wish = { roundId: round.id, written: written() };
    const first = await addApplication(db, planner, wish, monday);
    expect((await addApplication(db, planner, wish, monday)).id).toBe(first.id);
    expect(await circle.roster(round.id)).toEqual(["1 placed"]);
  });

  test.each([
    { why: "somebody who only reads", actor: reader, over: {}, code: "registration.not_yours" },
    { why: "a stranger", actor: nobody, over: {}, code: "registration.no_such_round" },
    {
      why: "a time to come",
      actor: planner,
      over: { reachedDate: "2027-06-07", reachedTime: "12:01" },
      code: "web.form_invalid",
    },
    { why: "no way to reach them", actor: planner, over: { email: undefined }, code: "web.form_invalid" },
    {
      why: "a required answer that is missing",
      actor: planner,
      over: { managerDeclared: undefined },
      code: "web.form_invalid",
    },
  ])("is refused to $why, and changes nothing", async ({ actor, over, code }) => {
    const round = await given.published(organiser);
    const before = await circle.everything();
    const wish = { roundId: round.id, written: written(over) };
    await expect(addApplication(db, actor, wish, monday)).rejects.toMatchObject({ code });
    expect(await circle.everything()).toEqual(before);
  });
});

describe("the address that staff wrote", () => {
  test("shows nothing and does nothing until somebody there has said that it is they", async () => {
    const round = await given.published(organiser);
    const { id } = await add(round.id);
    const ownToken = await circle.link("registration.own", id);
    expect(await ownRegistration(db, ownToken, monday())).toMatchObject({ addressUnproved: true });
    await expect(withdraw(db, linkHolder, { ownToken }, monday)).rejects.toMatchObject({
      code: "registration.prove_first",
    });

    await proveAddress(db, linkHolder, ownToken, monday);
    const { person_id: personId, email } = await rowOf(id);
    const person = await ownerDb
      .selectFrom("person")
      .where("id", "=", personId!)
      .select(["email", "email_verified as verified"])
      .executeTakeFirstOrThrow();
    expect(person).toEqual({ email, verified: true });
    await withdraw(db, linkHolder, { ownToken }, monday);
    expect(await circle.stateOf(id)).toBe("withdrawn");
  });

  test("verifies no account before that", async () => {
    const round = await given.published(organiser);
    const { id } = await add(round.id, { email: "nytt.konto@example.se" });
    const person = await ownerDb
      .selectFrom("person")
      .where("email", "=", "nytt.konto@example.se")
      .select("email_verified as verified")
      .executeTakeFirstOrThrow();
    expect(person.verified).toBe(false);
    expect(await circle.stateOf(id)).toBe("placed");
  });
});

describe("somebody without an address", () => {
  test("gets a place, and what a mail would have said waits to be told by telephone", async () => {
    await circle.forgetMails();
    const round = await given.published(organiser);
    const { id } = await add(round.id, noAddress({ name: "Sten Utan" }));
    await runJobs(db, registrationJobs, { now: monday });
    expect(await mails()).toEqual([]);
    const [call] = await callsToMake(db, planner, id);
    expect(call).toMatchObject({ name: "Sten Utan", phone: "0481-450 00", kind: "added" });

    await markCalled(db, planner, call!.id, monday);
    expect(await callsToMake(db, planner, id)).toEqual([]);
    await expect(markCalled(db, reader, call!.id, monday)).rejects.toMatchObject({
      code: "registration.not_yours",
    });
  });

  test("is told what holds now: a call about a place that is gone is not made", async () => {
    const round = await given.published(organiser);
    const { id } = await add(round.id, noAddress());
    await runJobs(db, registrationJobs, { now: monday });
    await withdraw(db, planner, { registrationId: id }, monday);
    await runJobs(db, registrationJobs, { now: monday });
    expect((await callsToMake(db, planner, id)).map(({ kind }) => kind)).toEqual(["withdrawn"]);
  });

  test("applies once: the same name and number, however the number is written, is the same person", async () => {
    const round = await given.published(organiser);
    await add(round.id, noAddress({ name: "Sten Utan", phone: "070-123 45 67" }));
    const again = noAddress({ name: "sten utan", phone: "+46 70 123 45 67" });
    await expect(add(round.id, again)).rejects.toMatchObject({ code: "registration.written_down_already" });
    expect(await add(round.id, noAddress({ name: "Sten Utan", phone: "070-999 99 99" }))).toMatchObject({ queueNo: 2 });
  });
});

describe("a link that was lost", () => {
  test("is mailed anew for each application in the running, and nobody is told whether there are any (S-3)", async () => {
    const round = await given.published(organiser);
    const { id, email } = await circle.applied(round.id, { email: "tappade@example.se" });
    await circle.confirm(id);
    await runJobs(db, registrationJobs, { now: monday });
    await ownerDb.deleteFrom("mail").execute();

    expect(await mailOwnLinks(db, nobody, email, monday)).toEqual([id]);
    expect(await mailOwnLinks(db, nobody, "ingen@example.se", monday)).toEqual([]);
    await runJobs(db, registrationJobs, { now: monday });
    expect(await mails()).toEqual([{ to: email, subject: "registration.mail.ownLink.subject" }]);
  });

  test("asks for the confirmation again where that waits", async () => {
    const round = await given.published(organiser);
    const { email } = await circle.applied(round.id);
    await circle.forgetMails();
    await mailOwnLinks(db, nobody, email, monday);
    expect(await circle.mailsLeft(round.id)).toEqual(["confirmAddress to 1"]);
  });
});
