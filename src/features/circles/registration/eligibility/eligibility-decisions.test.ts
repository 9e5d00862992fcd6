import { describe, expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { denyEligibility, restoreEligibility } from "#features/circles/registration/eligibility/commands.ts";
import { answerManager } from "#features/circles/registration/manager/commands.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { actorWith, day, givenRounds } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });
const stranger = actorWith(["circles:manage"], { organisations: new Set([await given.organiser()]) });
const reason = "Du arbetar inte i länet.";
const few = (seats: number) => ({ hard_capacity: seats, target_capacity: seats });
const deny = (id: RegistrationId) => denyEligibility(db, planner, id, reason, monday);
const restore = (id: RegistrationId) => restoreEligibility(db, planner, id, monday);

async function refused(work: () => Promise<unknown>, code: string) {
  const before = await circle.everything();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await circle.everything()).toEqual(before);
}

describe("denying eligibility", () => {
  test("frees the place, keeps the reason, and the first on the waiting list is asked (R119)", async () => {
    const round = await given.published(organiser, few(2));
    const [first] = await circle.queue(round.id, 4);
    await circle.forgetMails();
    await deny(first!);
    expect(await circle.roster(round.id)).toEqual(["1 ineligible", "2 placed", "3 offered", "4 waitlisted"]);
    expect(
      await ownerDb
        .selectFrom("registration")
        .where("id", "=", first!)
        .select(["ineligible_reason", "decided_by"])
        .executeTakeFirstOrThrow(),
    ).toEqual({
      ineligible_reason: reason,
      decided_by: planner.personId,
    });
    expect(await circle.mailsLeft(round.id)).toEqual(["ineligible to 1", "offer to 3"]);
  });

  test("is not for an application that has not been confirmed or has ended", async () => {
    const round = await given.published(organiser);
    const { id } = await circle.applied(round.id);
    await refused(() => deny(id), "registration.cannot_deny");
  });

  test.each([
    { who: "somebody who may only read", actor: reader, code: "registration.not_yours" },
    { who: "somebody who manages other circles", actor: stranger, code: "registration.no_such_registration" },
  ])("refuses $who, and changes nothing", async ({ actor, code }) => {
    const round = await given.published(organiser);
    const { id } = await circle.confirmed(round.id);
    await refused(() => denyEligibility(db, actor, id, reason, monday), code);
    await deny(id);
    await refused(() => restoreEligibility(db, actor, id, monday), code);
  });
});

describe("taking a denial back", () => {
  test("gives the old number its seat again when one is free", async () => {
    const round = await given.published(organiser, few(2));
    const [first] = await circle.queue(round.id, 1);
    await deny(first!);
    expect(await restore(first!)).toBe("placed");
  });

  test("never takes a seat that somebody else was given meanwhile: the waiting list, in front", async () => {
    const round = await given.published(organiser, few(1));
    const [first] = await circle.queue(round.id, 3);
    await deny(first!);
    expect(await restore(first!)).toBe("waitlisted");
    expect(await circle.roster(round.id)).toEqual(["1 waitlisted", "2 offered", "3 waitlisted"]);
  });

  test("in a selection the applicant is a candidate again", async () => {
    const round = await given.published(organiser, { allocation: "selection", notice_date: day("2027-10-20") });
    const [first] = await circle.queue(round.id, 1);
    await deny(first!);
    expect(await restore(first!)).toBe("applied");
  });

  test("a manager who said no is asked anew, and the place is kept if it can be", async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed", ...few(2) });
    const [first] = await circle.queue(round.id, 1, { managerEmail: "bo.lind@example.se" });
    const token = await circle.link("manager.answer", first!, { version: "1" });
    await answerManager(db, linkHolder, token, { answer: "no" }, monday);
    await circle.forgetMails();
    expect(await restore(first!)).toBe("waitlisted");
    expect((await circle.mailsLeft(round.id)).toSorted()).toEqual(["again to 1", "waitlisted to 1"]);
  });

  test("refuses what was never denied, and somebody who has applied again", async () => {
    const round = await given.published(organiser);
    const email = "igen@example.se";
    const { id } = await circle.confirmed(round.id, { email });
    await refused(() => restore(id), "registration.not_denied");
    await deny(id);
    await circle.confirmed(round.id, { email });
    await refused(() => restore(id), "registration.applied_again");
  });
});
