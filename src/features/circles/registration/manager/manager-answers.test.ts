import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import {
  askManagersAgain,
  answerManager,
  remindManagers,
  remindSilentManagers,
} from "#features/circles/registration/manager/commands.ts";
import { letTimeRunOut } from "#features/circles/registration/queue/commands.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { actorWith, day, givenRounds, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });
const stranger = actorWith(["circles:manage"], { organisations: new Set([await given.organiser()]) });
const tuesday = noon("2027-06-08");
const boss = { managerEmail: "bo.lind@molndal.example.se", managerName: "Bo Lind" };

const municipality = await given.organiser({ name: "Mölndals stad", short_name: "Mölndal" });
await ownerDb
  .insertInto("organisation_alias")
  .values({ folded: "mölndal", organisation_id: municipality, written: "Mölndal" })
  .execute();
await ownerDb
  .insertInto("organisation_domain")
  .values({ domain: "molndal.example.se", organisation_id: municipality })
  .execute();

const confirmedRound = (seats = 12, over = {}) =>
  given.published(organiser, {
    manager_consultation: "confirmed",
    hard_capacity: seats,
    target_capacity: seats,
    ...over,
  });
const wordOf = (id: RegistrationId) =>
  ownerDb.selectFrom("manager_consultation").where("registration_id", "=", id).selectAll().executeTakeFirstOrThrow();
const linkFor = (id: RegistrationId, version = "1") => circle.link("manager.answer", id, { version });
const answer = async (id: RegistrationId, said: "yes" | "no", now = tuesday) =>
  answerManager(db, linkHolder, await linkFor(id), { answer: said }, now);

async function refused(work: () => Promise<unknown>, code: string) {
  const before = await circle.everything();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await circle.everything()).toEqual(before);
}

describe("a manager's answer", () => {
  test("yes turns a kept place into a place, and keeps what was shown (R115)", async () => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, boss);
    await circle.forgetMails();
    await answer(id, "yes");
    expect(await circle.stateOf(id)).toBe("placed");
    expect(await wordOf(id)).toMatchObject({
      state: "yes",
      address_known: true,
      answered_at: tuesday(),
      shown: { version: 1, hours: 70, purpose: "Att samordna tidigare.", mandate: "developAtHome" },
    });
    expect(await circle.mailsLeft(round.id)).toEqual(["placed to 1"]);
  });

  test.each([
    { why: "the applicant's own", over: { email: "jag@molndal.example.se", managerEmail: "jag@molndal.example.se" } },
    { why: "outside the employer's domains", over: { managerEmail: "bo.lind@example.com" } },
    { why: "at an employer we do not know", over: { employer: "Ekbacka vård", managerEmail: "bo@molndal.example.se" } },
  ])("from an address that is $why stays unverified (R115)", async ({ over }) => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, { ...boss, ...over });
    expect((await wordOf(id)).address_known).toBe(false);
  });

  test("no frees the seat, and the queue moves", async () => {
    const round = await confirmedRound(1);
    const [first] = await circle.queue(round.id, 2, boss);
    await answer(first!, "no");
    expect(await circle.roster(round.id)).toEqual(["1 ineligible", "2 offered"]);
    expect(
      (
        await ownerDb
          .selectFrom("registration")
          .where("id", "=", first!)
          .select("ineligible_reason")
          .executeTakeFirstOrThrow()
      ).ineligible_reason,
    ).toBe("managerSaidNo");
  });

  test("a question goes to the contact, and the manager can still answer by the same link", async () => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, boss);
    await circle.forgetMails();
    const token = await linkFor(id);
    await answerManager(db, linkHolder, token, { answer: "ask", question: "Går det att dela på platsen?" }, tuesday);
    expect(await wordOf(id)).toMatchObject({ state: "question", question: "Går det att dela på platsen?" });
    expect(await circle.mailsLeft(round.id)).toEqual(["question to 1"]);
    await answerManager(db, linkHolder, token, { answer: "yes" }, tuesday);
    expect(await circle.stateOf(id)).toBe("placed");
  });

  test("is given once, also when the button is pressed twice", async () => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, boss);
    const token = await linkFor(id);
    const presses = await Promise.allSettled(
      [1, 2].map(() => answerManager(db, linkHolder, token, { answer: "yes" }, tuesday)),
    );
    expect(presses.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await refused(
      () => answerManager(db, linkHolder, token, { answer: "no" }, tuesday),
      "registration.manager_answered_already",
    );
  });

  test("from a mail that showed other dates is refused (R115)", async () => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, boss);
    const token = await linkFor(id);
    await ownerDb.updateTable("round").set({ version: 2 }).where("id", "=", round.id).execute();
    await refused(
      () => answerManager(db, linkHolder, token, { answer: "yes" }, tuesday),
      "registration.manager_outdated",
    );
  });

  test("is not needed once the application is withdrawn", async () => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, boss);
    const [open] = [await linkFor(id)];
    await withdraw(db, planner, { registrationId: id }, monday);
    await refused(() => answerManager(db, linkHolder, open, { answer: "yes" }, tuesday), "registration.link_expired");
    const later = await linkFor(id);
    await refused(
      () => answerManager(db, linkHolder, later, { answer: "yes" }, tuesday),
      "registration.manager_not_needed",
    );
  });

  test("needs a link of this kind", async () => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, boss);
    const other = await circle.link("registration.own", id);
    await refused(() => answerManager(db, linkHolder, other, { answer: "yes" }, tuesday), "registration.no_such_link");
    await refused(
      () => answerManager(db, linkHolder, "unknown", { answer: "yes" }, tuesday),
      "registration.no_such_link",
    );
  });
});

describe("a place that is kept for the manager", () => {
  test("goes on after five working days, once; a late yes brings the applicant back into the queue", async () => {
    const round = await confirmedRound(1);
    const [first, second] = await circle.queue(round.id, 2, boss);
    const nextTuesday = noon("2027-06-15");
    await letTimeRunOut(db, round.id, nextTuesday);
    expect(await circle.roster(round.id)).toEqual(["1 waitlisted", "2 offered"]);

    await answer(first!, "yes", nextTuesday);
    expect(await circle.roster(round.id)).toEqual(["1 waitlisted", "2 offered"]);
    await withdraw(db, planner, { registrationId: second! }, nextTuesday);
    expect(await circle.roster(round.id)).toEqual(["1 offered", "2 withdrawn"]);
  });

  test("is not kept a second time: the queue passes over until the manager has said yes", async () => {
    const round = await confirmedRound(1);
    const [, second] = await circle.queue(round.id, 2, boss);
    await letTimeRunOut(db, round.id, noon("2027-06-15"));
    await withdraw(db, planner, { registrationId: second! }, noon("2027-06-15"));
    expect(await circle.roster(round.id)).toEqual(["1 waitlisted", "2 withdrawn"]);
  });
});

describe("reminding managers", () => {
  test("on request, those who have not answered, and nobody twice the same day", async () => {
    const round = await confirmedRound();
    const [first, second] = await circle.queue(round.id, 3, boss);
    await answer(first!, "yes");
    await circle.forgetMails();
    expect(await remindManagers(db, planner, round.id, undefined, tuesday)).toBe(2);
    expect(await circle.mailsLeft(round.id)).toEqual(["reminder to 2", "reminder to 3"]);
    await refused(() => remindManagers(db, planner, round.id, undefined, tuesday), "registration.nobody_to_remind");
    expect(await remindManagers(db, planner, round.id, [second!], noon("2027-06-09"))).toBe(1);
  });

  test("by itself after three working days, twice and no more", async () => {
    const round = await confirmedRound();
    await circle.confirmed(round.id, boss);
    const days = ["2027-06-09", "2027-06-10", "2027-06-11", "2027-06-14", "2027-06-15", "2027-06-16", "2027-06-30"];
    const reminded: string[] = [];
    for (const date of days) if ((await remindSilentManagers(db, round.id, noon(date))) > 0) reminded.push(date);
    expect(reminded).toEqual(["2027-06-10", "2027-06-15"]);
  });

  test.each([
    { who: "somebody who may only read", actor: reader, code: "registration.not_yours" },
    { who: "somebody who manages other circles", actor: stranger, code: "registration.no_such_round" },
  ])("refuses $who, and changes nothing", async ({ actor, code }) => {
    const round = await confirmedRound();
    await circle.confirmed(round.id, boss);
    await refused(() => remindManagers(db, actor, round.id, undefined, tuesday), code);
  });
});

describe("when dates or hours change", () => {
  const changed = (id: RoundId) =>
    ownerDb
      .updateTable("round")
      .set({ version: sql<number>`version + 1`, hours: 90 })
      .where("id", "=", id)
      .execute();

  test("managers who said yes are asked again about the new ones; places are kept (R115)", async () => {
    const round = await confirmedRound();
    const { id } = await circle.confirmed(round.id, boss);
    await answer(id, "yes");
    await circle.forgetMails();
    await changed(round.id);
    expect(await askManagersAgain(db, round.id, tuesday)).toBe(1);
    expect(await circle.stateOf(id)).toBe("placed");
    expect(await wordOf(id)).toMatchObject({ state: "waiting", shown: { version: 2, hours: 90 } });
    expect(await circle.mailsLeft(round.id)).toEqual(["again to 1"]);

    expect(await askManagersAgain(db, round.id, tuesday)).toBe(0);
    await answerManager(db, linkHolder, await linkFor(id, "2"), { answer: "yes" }, tuesday);
    expect(await circle.stateOf(id)).toBe("placed");
  });

  test("a declared word stays as it is, and says which version it was about", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await changed(round.id);
    expect(await askManagersAgain(db, round.id, tuesday)).toBe(0);
    expect(await wordOf(id)).toMatchObject({ state: "declared", shown: { version: 1, hours: 70 } });
  });

  test("nobody asks about what is called off", async () => {
    const round = await confirmedRound();
    await ownerDb
      .updateTable("session")
      .set({ called_off: true })
      .where("round_id", "=", round.id)
      .where("date", "=", day("2027-10-01"))
      .execute();
    const { id } = await circle.confirmed(round.id, boss);
    expect((await wordOf(id)).shown).toMatchObject({ dates: ["2027-10-22", "2027-11-19", "2027-12-10", "2028-01-14"] });
  });
});
