import { describe, expect, test } from "vitest";
import { linkHolder, nobody } from "#kernel/actor.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { letTimeRunOut, offerFreeSeats } from "#features/circles/registration/queue/commands.ts";
import { roundsWithTimeOut } from "#features/circles/registration/queue/queries.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { actorWith, givenRounds, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const stranger = actorWith(["circles:manage"], { organisations: new Set([await given.organiser()]) });
const friday = noon("2027-06-11");
const nextMonday = noon("2027-06-14");

/** One seat, three applicants, and the first has withdrawn on a Monday: the second has an offer of three working days. */
async function offered(over = {}) {
  const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1, ...over });
  const [first, second, third] = await circle.queue(round.id, 3);
  await withdraw(db, planner, { registrationId: first! }, monday);
  await circle.forgetMails();
  return { round, second: second!, third: third! };
}
const openOffers = (id: RegistrationId) =>
  ownerDb.selectFrom("waitlist_offer").where("registration_id", "=", id).selectAll().execute();

async function refused(work: () => Promise<unknown>, code: string) {
  const before = await circle.everything();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await circle.everything()).toEqual(before);
}

describe("an offer from the waiting list", () => {
  test("can be answered for as many Swedish working days as the round says", async () => {
    const { second } = await offered({ answer_days: 5 });
    expect((await openOffers(second))[0]).toMatchObject({
      answer: null,
      answer_by: Temporal.Instant.from("2027-06-14T22:00:00Z"),
    });
  });

  test("yes takes the seat", async () => {
    const { round, second } = await offered();
    const offerToken = await circle.link("offer.answer", second);
    expect(await answerOffer(db, linkHolder, { offerToken }, "yes", monday)).toEqual({ id: second, state: "placed" });
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 placed", "3 waitlisted"]);
    expect(await circle.mailsLeft(round.id)).toEqual(["placed to 2"]);
  });

  test("no passes it on at once", async () => {
    const { round, second } = await offered();
    const ownToken = await circle.link("registration.own", second);
    await answerOffer(db, linkHolder, { ownToken }, "no", monday);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 withdrawn", "3 offered"]);
    expect(await circle.mailsLeft(round.id)).toEqual(["withdrawn to 2", "offer to 3"]);
  });

  test("silence passes it on by itself when the last day is over", async () => {
    const { round, second } = await offered();
    expect(await roundsWithTimeOut(db, noon("2027-06-10")())).not.toContain(round.id);
    expect(await roundsWithTimeOut(db, friday())).toContain(round.id);
    await letTimeRunOut(db, round.id, friday);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 lapsed", "3 offered"]);
    expect((await openOffers(second))[0]).toMatchObject({ answer: "silent" });
    expect(await circle.mailsLeft(round.id)).toEqual(["offerLapsed to 2", "offer to 3"]);
  });

  test("yes keeps the seat first when the manager has to answer", async () => {
    const { second } = await offered();
    await ownerDb
      .updateTable("manager_consultation")
      .set({ form: "confirmed", state: "waiting" })
      .where("registration_id", "=", second)
      .execute();
    expect(await answerOffer(db, planner, { registrationId: second }, "yes", monday)).toMatchObject({ state: "held" });
  });

  test.each([
    { asked: "2027-04-01", why: "anew when the question is from another day", mails: 1 },
    { asked: "2027-06-07", why: "not twice on the same day", mails: 0 },
  ])("the manager of a kept seat is asked $why (R115)", async ({ asked, mails }) => {
    const { round, second } = await offered();
    await ownerDb
      .updateTable("manager_consultation")
      .set({ form: "confirmed", state: "waiting", asked_at: noon(asked)() })
      .where("registration_id", "=", second)
      .execute();
    await answerOffer(db, planner, { registrationId: second }, "yes", monday);
    const left = await circle.mailsLeft(round.id);
    expect(left.filter((mail) => mail === "reminder to 2")).toHaveLength(mails);
  });

  test.each([
    {
      why: "after the last day",
      which: async (id: RegistrationId) => ({ offerToken: await circle.link("offer.answer", id) }),
      now: friday,
      code: "registration.offer_over",
    },
    {
      why: "a link we never sent",
      which: async () => ({ offerToken: "unknown" }),
      now: monday,
      code: "registration.no_such_link",
    },
    {
      why: "a link that has run out",
      which: async (id: RegistrationId) => ({
        offerToken: await circle.link("offer.answer", id, { expiresAt: noon("2027-06-01")() }),
      }),
      now: monday,
      code: "platform.link.expired",
    },
    {
      why: "somebody else's offer",
      which: async (id: RegistrationId) => ({ registrationId: id }),
      now: monday,
      code: "registration.no_such_registration",
      actor: stranger,
    },
  ])("refuses $why, and changes nothing", async ({ which, now, code, actor = nobody }) => {
    const { second } = await offered();
    const meant = await which(second);
    await refused(() => answerOffer(db, actor, meant, "yes", now), code);
  });

  test("is answered once, also when both buttons are pressed", async () => {
    const { round, second } = await offered();
    const offerToken = await circle.link("offer.answer", second);
    const presses = await Promise.allSettled(
      (["yes", "no"] as const).map((answer) => answerOffer(db, linkHolder, { offerToken }, answer, monday)),
    );
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const places = (await circle.roster(round.id)).filter((line) => /placed|offered/.test(line));
    expect(places).toHaveLength(1);
    await refused(() => answerOffer(db, linkHolder, { offerToken }, "yes", monday), "registration.offer_gone");
  });

  test("withdrawing closes the offer and passes it on", async () => {
    const { round, second } = await offered();
    await withdraw(db, planner, { registrationId: second }, monday);
    expect((await openOffers(second))[0]).toMatchObject({ answer: "revoked" });
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 withdrawn", "3 offered"]);
  });
});

describe("the queue", () => {
  test("moves when seats are added, as far as they reach", async () => {
    const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1 });
    await circle.queue(round.id, 4);
    await ownerDb.updateTable("round").set({ hard_capacity: 3 }).where("id", "=", round.id).execute();
    expect(await offerFreeSeats(db, planner, round.id, monday)).toHaveLength(2);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 offered", "3 offered", "4 waitlisted"]);
  });

  test("moves when an unconfirmed application lapses (R119)", async () => {
    const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1 });
    await circle.applied(round.id);
    await circle.confirmed(round.id);
    expect(await circle.roster(round.id)).toEqual(["1 unconfirmed", "2 waitlisted"]);
    await letTimeRunOut(db, round.id, noon("2027-06-10"));
    expect(await circle.roster(round.id)).toEqual(["1 lapsed", "2 offered"]);
  });

  test("stands still once the round has begun", async () => {
    const round = await given.published(organiser, { hard_capacity: 1, target_capacity: 1 });
    const [first] = await circle.queue(round.id, 2);
    await ownerDb.updateTable("round").set({ state: "running" }).where("id", "=", round.id).execute();
    await withdraw(db, planner, { registrationId: first! }, nextMonday);
    expect(await circle.roster(round.id)).toEqual(["1 withdrawn", "2 waitlisted"]);
  });

  test("a lapsed application keeps no diet or address (R011, R110)", async () => {
    const round = await given.published(organiser, { asks_diet: true });
    await circle.applied(round.id, { diet: "vegetariskt" });
    await letTimeRunOut(db, round.id, noon("2027-06-10"));
    expect(await ownerDb.selectFrom("registration_extra").selectAll().execute()).toEqual([]);
  });
});
