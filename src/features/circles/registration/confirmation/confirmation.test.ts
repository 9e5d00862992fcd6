import { describe, expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { readLink } from "#platform/links/mailed-link.ts";
import { confirmApplication } from "#features/circles/registration/confirmation/commands.ts";
import { denyEligibility } from "#features/circles/registration/eligibility/commands.ts";
import { letTimeRunOut } from "#features/circles/registration/queue/commands.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { day, givenRounds, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const tuesday = noon("2027-06-08");
const selection = { allocation: "selection", notice_date: day("2027-10-20") } as const;

const row = (id: RegistrationId) =>
  ownerDb.selectFrom("registration").where("id", "=", id).selectAll().executeTakeFirstOrThrow();
const few = (seats: number) => ({ hard_capacity: seats, target_capacity: seats });

async function refused(work: () => Promise<unknown>, code: string) {
  const before = await circle.everything();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await circle.everything()).toEqual(before);
}

describe("confirming an address", () => {
  test("gives a place, makes the person known, and opens their own page (R117, R119)", async () => {
    const round = await given.published(organiser);
    const { id, email } = await circle.applied(round.id);
    await circle.forgetMails();
    const token = await circle.link("registration.confirm", id);
    for (let scanned = 0; scanned < 5; scanned += 1) await readLink(db, "registration.confirm", token, monday());

    const outcome = await confirmApplication(db, linkHolder, token, monday);
    expect(outcome).toMatchObject({ id, state: "placed" });
    expect(await readLink(db, "registration.own", outcome.ownToken, tuesday())).toMatchObject({
      subject: id,
      state: "open",
    });
    const { person_id } = await row(id);
    const person = await ownerDb.selectFrom("person").where("id", "=", person_id).selectAll().executeTakeFirstOrThrow();
    expect(person).toMatchObject({ email, email_verified: true });
    expect(await circle.mailsLeft(round.id)).toEqual(["placed to 1"]);
  });

  test("somebody who is known already stays themselves, under the name they have", async () => {
    const round = await given.published(organiser);
    const known = await given.person({ name: "Alva Ek", email: "alva.ek@example.se" });
    const { id } = await circle.confirmed(round.id, { email: "Alva.Ek@example.se", name: "A. Ek" });
    expect((await row(id)).person_id).toBe(known);
    expect(
      await ownerDb.selectFrom("person").where("id", "=", known).select(["name"]).executeTakeFirstOrThrow(),
    ).toEqual({ name: "Alva Ek" });
  });

  test("the lowest numbers get the places, in whatever order they confirm (R119)", async () => {
    const round = await given.published(organiser, few(2));
    const sent = [await circle.applied(round.id), await circle.applied(round.id), await circle.applied(round.id)];
    for (const { id } of sent.toReversed()) await circle.confirm(id, tuesday);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 placed", "3 waitlisted"]);
  });

  test("with a selection nobody is placed before the notices (R026)", async () => {
    const round = await given.published(organiser, selection);
    const { id } = await circle.confirmed(round.id);
    expect(await circle.stateOf(id)).toBe("applied");
    expect(await circle.mailsLeft(round.id)).toEqual(["confirmAddress to 1", "received to 1"]);
  });

  test("asks the manager only now, and keeps the place meanwhile (R115)", async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed" });
    const { id } = await circle.applied(round.id, { managerEmail: "bo.lind@example.se" });
    expect(await circle.mailsLeft(round.id)).toEqual(["confirmAddress to 1"]);
    await circle.confirm(id);
    expect(await row(id)).toMatchObject({
      state: "held",
      hold_used: true,
      held_until: Temporal.Instant.from("2027-06-14T22:00:00Z"),
    });
    expect((await circle.mailsLeft(round.id)).toSorted()).toEqual(["confirmAddress to 1", "held to 1", "request to 1"]);
  });

  test.each([
    { why: "a link we never sent", token: async () => "unknown", code: "registration.no_such_link" },
    {
      why: "a link for something else",
      token: (id: string) => circle.link("registration.own", id),
      code: "registration.no_such_link",
    },
    {
      why: "a link that has run out",
      token: (id: string) => circle.link("registration.confirm", id, { expiresAt: noon("2027-06-01")() }),
      code: "platform.link.expired",
    },
  ])("refuses $why, and changes nothing", async ({ token, code }) => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    const secret = await token(id);
    await refused(() => confirmApplication(db, linkHolder, secret, monday), code);
  });

  test("refuses after the two working days, and says so also when nobody has cleared it away yet", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    const token = await circle.link("registration.confirm", id);
    const thursday = noon("2027-06-10");
    await refused(() => confirmApplication(db, linkHolder, token, thursday), "registration.confirmation_lapsed");
    await letTimeRunOut(db, round.id, thursday);
    expect(await circle.stateOf(id)).toBe("lapsed");
    await refused(() => confirmApplication(db, linkHolder, token, thursday), "registration.confirmation_lapsed");
  });

  test("a button pressed twice confirms once", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    const token = await circle.link("registration.confirm", id);
    const presses = await Promise.allSettled([1, 2].map(() => confirmApplication(db, linkHolder, token, monday)));
    expect(presses.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await circle.roster(round.id)).toEqual(["1 placed"]);
    await refused(() => confirmApplication(db, linkHolder, token, monday), "registration.confirmed_already");
  });

  test("refuses in a cancelled round", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "För få." })
      .where("id", "=", round.id)
      .execute();
    const token = await circle.link("registration.confirm", id);
    await refused(() => confirmApplication(db, linkHolder, token, monday), "registration.round_over");
  });
});

describe("applying twice", () => {
  const email = "dubbel@example.se";

  test("the earlier application goes on with its place; the later is merged into it", async () => {
    const round = await given.published(organiser);
    const first = await circle.confirmed(round.id, { email });
    const second = await circle.confirmed(round.id, { email }, tuesday);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged"]);
    expect((await row(first.id)).merged_into).toBeNull();
    expect(second.id).toBe(first.id);
  });

  test("the earlier number is kept although it was confirmed last, and gives the place it has a right to", async () => {
    const round = await given.published(organiser, few(1));
    const early = await circle.applied(round.id, { email });
    const late = await circle.confirmed(round.id, { email });
    expect(await circle.roster(round.id)).toEqual(["1 unconfirmed", "2 waitlisted"]);

    const outcome = await circle.confirm(early.id, tuesday);
    expect(outcome).toMatchObject({ id: late.id, state: "placed" });
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 merged"]);
    expect(await row(early.id)).toMatchObject({ queue_no: 2, merged_into: late.id });
  });

  test("an unconfirmed application is not merged, and lapses by itself", async () => {
    const round = await given.published(organiser, few(1));
    await circle.confirmed(round.id, { email });
    await circle.applied(round.id, { email }, tuesday);
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 unconfirmed"]);
  });

  test("after a denial a new application takes a new number, and the old one stays denied", async () => {
    const round = await given.published(organiser);
    const first = await circle.confirmed(round.id, { email });
    await denyEligibility(db, planner, first.id, "Arbetar inte i länet.", monday);
    await circle.confirmed(round.id, { email }, tuesday);
    expect(await circle.roster(round.id)).toEqual(["1 ineligible", "2 placed"]);
  });
});
