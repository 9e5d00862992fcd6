import { describe, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { apply, withdraw } from "#features/circles/registration/commands.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { statements, testDatabase } from "../../../../test/database.ts";
import { application, givenRegistrations, monday } from "../../../../test/given-registrations.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });
const stranger = actorWith(["circles:manage"], { organisations: new Set([await given.organiser()]) });

const row = (id: RegistrationId) =>
  ownerDb.selectFrom("registration").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
const send = (roundId: RoundId, over: Parameters<typeof application>[0] = {}, now = monday) =>
  apply(db, nobody, { roundId, application: application(over), language: "sv" }, now);

async function refused(work: () => Promise<unknown>, code: string) {
  const before = await circle.everything();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await circle.everything()).toEqual(before);
}

describe("applying", () => {
  test("takes the next number, waits two working days for the address, and asks it (R024, R117, R119)", async () => {
    const round = await given.published(organiser);
    const first = await circle.applied(round.id);
    const second = await circle.applied(round.id);

    expect([first.queueNo, second.queueNo]).toEqual([1, 2]);
    expect(await row(first.id)).toMatchObject({
      state: "unconfirmed",
      person_id: null,
      late: false,
      hours_accepted: 70,
      round_version: 1,
    });
    expect(first.confirmBy.toString()).toBe("2027-06-09T22:00:00Z");
    expect(await circle.mailsLeft(round.id)).toEqual(["confirmAddress to 1", "confirmAddress to 2"]);
  });

  test("keeps the applicant's declared word about the manager, with what it was about (R115, R116)", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    const word = await ownerDb
      .selectFrom("manager_consultation")
      .where("registration_id", "=", id)
      .selectAll()
      .executeTakeFirstOrThrow();
    expect(word).toMatchObject({
      form: "declared",
      state: "declared",
      manager_name: "Bo Lind",
      shown: {
        version: 1,
        hours: 70,
        purpose: "Att samordna tidigare.",
        mandate: "developAtHome",
        dates: ["2027-10-01", "2027-10-22", "2027-11-19", "2027-12-10", "2028-01-14"],
      },
    });
  });

  test("keeps diet and address apart, with the day they are erased, and only where the round asks (R011, R110)", async () => {
    const asks = await given.published(organiser, { asks_diet: true, material_by_post: true });
    const silent = await given.published(organiser);
    const over = { diet: "vegetariskt", postalAddress: "Ekvägen 1, 431 30 Mölndal" };
    const { id } = await circle.applied(asks.id, over);
    await circle.applied(silent.id, over);

    const extras = await ownerDb.selectFrom("registration_extra").selectAll().execute();
    expect(extras).toEqual([
      {
        registration_id: id,
        diet: "vegetariskt",
        adaptation: null,
        postal_address: "Ekvägen 1, 431 30 Mölndal",
        delete_after: day("2028-02-13"),
      },
    ]);
  });

  test("finds the employer by any name it is written with", async () => {
    const municipality = await given.organiser({ name: "Mölndals stad", short_name: "Mölndal" });
    await ownerDb
      .insertInto("organisation_alias")
      .values({ folded: "mölndal", organisation_id: municipality, written: "Mölndals stad" })
      .execute();
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id, { employer: "Mölndals  STAD" });
    expect((await row(id)).organisation_id).toBe(municipality);
  });

  test("a double click is one application", async () => {
    const round = await given.published(organiser);
    const sent = application();
    const once = await apply(db, nobody, { roundId: round.id, application: sent, language: "sv" }, monday);
    const twice = await apply(db, nobody, { roundId: round.id, application: sent, language: "sv" }, monday);
    expect(twice).toEqual(once);
    expect(await circle.roster(round.id)).toEqual(["1 unconfirmed"]);
    expect(await circle.mailsLeft(round.id)).toEqual(["confirmAddress to 1"]);
  });

  test("a late application to a selection is taken and marked (R027)", async () => {
    const round = await given.published(organiser, { allocation: "selection", notice_date: day("2027-10-20") });
    const { id } = await circle.applied(round.id, {}, noon("2027-09-11"));
    expect((await row(id)).late).toBe(true);
  });

  test("a recommended rule that is not met never blocks; the answer is kept (R114)", async () => {
    const round = await given.published(organiser);
    const rule = await ruleIn(round.id, "recommended");
    const { id } = await circle.applied(round.id, { meets: { [rule]: "no" } });
    expect(
      await ownerDb.selectFrom("eligibility_answer").where("registration_id", "=", id).selectAll().execute(),
    ).toEqual([{ registration_id: id, rule_id: rule, meets: false }]);
  });

  test("a required rule that is not met gives the reason and whom to ask, and takes no number (R113, R119)", async () => {
    const round = await given.published(organiser);
    const rule = await ruleIn(round.id, "required");
    const before = await circle.everything();
    await expect(send(round.id, { meets: { [rule]: "no" } })).rejects.toMatchObject({
      kind: "invalid",
      problems: [
        {
          path: `meets.${rule}`,
          code: "registration.rule_not_met",
          values: { rule: "Du arbetar i länet", contact: "Siv Alm, siv.alm@example.se" },
        },
      ],
    });
    expect(await circle.everything()).toEqual(before);
  });

  test("needs few statements, because all applicants stand in line behind them", async () => {
    const round = await given.published(organiser, { manager_consultation: "none", hours: null });
    await circle.applied(round.id);
    const sent = await statements(() => send(round.id));
    expect(sent.filter((statement) => !statement.includes("create_queue")).length).toBeLessThanOrEqual(7);
  });

  test.each([
    { why: "there is no such round", over: undefined, code: "registration.no_such_round" },
    { why: "a draft", over: { state: "draft" } as const, code: "registration.no_such_round" },
    {
      why: "a cancelled round",
      over: { state: "cancelled", cancelled_reason: "För få." } as const,
      code: "registration.no_such_round",
    },
    { why: "a running round", over: { state: "running" } as const, code: "registration.closed" },
    { why: "the day after the last day", over: { deadline: day("2027-06-06") }, code: "registration.closed" },
    {
      why: "a selection whose notices are sent",
      over: { allocation: "selection", notices_sent_at: monday() } as const,
      code: "registration.closed",
    },
    { why: "no word about the manager", over: {}, sent: { managerDeclared: "no" } as const, code: "web.form_invalid" },
    { why: "hours that are not accepted", over: {}, sent: { hoursAccepted: "no" } as const, code: "web.form_invalid" },
  ])("refuses $why, and changes nothing", async ({ over, sent, code }) => {
    const roundId = over
      ? (await given.published(organiser, over)).id
      : ("01970000-0000-7000-8000-000000000000" as RoundId);
    await refused(() => send(roundId, sent), code);
  });

  test("kept open until full, it takes applications after the last day while places are left (R120)", async () => {
    const round = await given.published(organiser, {
      hard_capacity: 1,
      target_capacity: 1,
      deadline: day("2027-06-06"),
      open_until_full: true,
    });
    await circle.confirmed(round.id);
    await refused(() => send(round.id), "registration.full");
  });
});

describe("withdrawing", () => {
  test("by one's own page frees the seat for whoever waits first", async () => {
    const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1 });
    const [first] = await circle.queue(round.id, 3);
    await circle.forgetMails();
    const ownToken = await circle.link("registration.own", first!);

    await withdraw(db, nobody, { ownToken }, monday);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 offered", "3 waitlisted"]);
    expect(await circle.mailsLeft(round.id)).toEqual(["withdrawn to 1", "offer to 2"]);
  });

  test("erases what was asked for one purpose, and makes earlier links useless", async () => {
    const round = await given.published(organiser, { asks_diet: true });
    const { id } = await circle.confirmed(round.id, { diet: "vegetariskt" });
    await circle.link("manager.answer", id);
    await withdraw(db, planner, { registrationId: id }, monday);

    expect(
      await ownerDb.selectFrom("registration_extra").where("registration_id", "=", id).selectAll().execute(),
    ).toEqual([]);
    const open = await ownerDb
      .selectFrom("mailed_link")
      .where("subject", "=", id)
      .where("purpose", "=", "manager.answer")
      .where("revoked_at", "is", null)
      .selectAll()
      .execute();
    expect(open).toEqual([]);
  });

  test("by the person themselves, signed in", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    const self = actorWith([], {}, (await row(id)).person_id!);
    await withdraw(db, self, { registrationId: id }, monday);
    expect(await circle.stateOf(id)).toBe("withdrawn");
  });

  test("applying again after it takes a new number", async () => {
    const round = await given.published(organiser);
    const email = "tillbaka@example.se";
    const { id } = await circle.confirmed(round.id, { email });
    await withdraw(db, planner, { registrationId: id }, monday);
    await circle.confirmed(round.id, { email }, noon("2027-06-08"));
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 placed"]);
  });

  test.each([
    { who: "somebody who may only read", actor: reader, code: "registration.not_yours" },
    { who: "somebody who manages other circles", actor: stranger, code: "registration.no_such_registration" },
    { who: "nobody", actor: nobody, code: "registration.no_such_registration" },
  ])("refuses $who, and changes nothing", async ({ actor, code }) => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await refused(() => withdraw(db, actor, { registrationId: id }, monday), code);
  });

  test("refuses a link that is not known, has run out, or belongs to another purpose", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    const old = await circle.link("registration.own", id, { expiresAt: noon("2027-06-01")() });
    const other = await circle.link("manager.answer", id);
    for (const ownToken of ["unknown", old, other]) {
      await refused(() => withdraw(db, nobody, { ownToken }, monday), "registration.no_such_registration");
    }
  });

  test("refuses what is withdrawn already, and changes nothing", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await withdraw(db, planner, { registrationId: id }, monday);
    await refused(() => withdraw(db, planner, { registrationId: id }, monday), "registration.cannot_withdraw");
  });
});

async function ruleIn(roundId: RoundId, strength: "required" | "recommended") {
  const id = newId<"eligibility_rule">();
  await ownerDb
    .insertInto("eligibility_rule")
    .values({ id, round_id: roundId, position: 0, text: "Du arbetar i länet", strength })
    .execute();
  return id;
}
