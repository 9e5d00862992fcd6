import { describe, expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { denyEligibility } from "#features/circles/registration/eligibility/commands.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { decideSelection, sendNotices } from "#features/circles/registration/selection/commands.ts";
import type { Outcome } from "#features/circles/registration/selection/selection-balance.ts";
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
const noticeDay = noon("2027-09-20");
const dayBefore = noon("2027-09-19");

const selection = (over = {}) =>
  given.published(organiser, {
    allocation: "selection",
    notice_date: day("2027-09-20"),
    hard_capacity: 2,
    target_capacity: 2,
    ...over,
  });
const decide = (roundId: RoundId, decisions: readonly [RegistrationId | undefined, Outcome][], now = monday) =>
  decideSelection(
    db,
    planner,
    roundId,
    decisions.map(([id, outcome]) => ({ registrationId: id!, outcome, reason: "Spridning över kommuner" })),
    now,
  );

async function refused(work: () => Promise<unknown>, code: string) {
  const before = await circle.everything();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await circle.everything()).toEqual(before);
}

describe("deciding", () => {
  test("keeps the outcome, its reason and who decided, and tells nobody (R026)", async () => {
    const round = await selection();
    const [first] = await circle.queue(round.id, 2);
    await circle.forgetMails();
    await decide(round.id, [[first, "wait"]]);
    await decide(round.id, [[first, "place"]]);
    const decisions = await ownerDb
      .selectFrom("selection_decision")
      .where("registration_id", "=", first!)
      .selectAll()
      .execute();
    expect(decisions).toEqual([
      {
        registration_id: first,
        outcome: "place",
        reason: "Spridning över kommuner",
        decided_by: planner.personId,
        decided_at: monday(),
      },
    ]);
    expect(await circle.roster(round.id)).toEqual(["1 applied", "2 applied"]);
    expect(await circle.mailsLeft(round.id)).toEqual([]);
    const deed = await ownerDb
      .selectFrom("audit_record")
      .where("about", "=", round.id)
      .where("what", "=", "circles.selection_decided")
      .select("person_id")
      .execute();
    expect(deed).toEqual([{ person_id: planner.personId }, { person_id: planner.personId }]);
  });

  test("refuses somebody who is no candidate, a round without selection, and who has no right to it", async () => {
    const round = await selection();
    const [first] = await circle.queue(round.id, 1);
    const other = await given.published(organiser);
    const [placed] = await circle.queue(other.id, 1);
    await refused(() => decide(round.id, [[placed, "place"]]), "registration.not_a_candidate");
    await refused(() => decide(other.id, [[placed, "place"]]), "registration.no_selection");
    const decision = [{ registrationId: first!, outcome: "place", reason: "Bra" }] as const;
    await refused(() => decideSelection(db, reader, round.id, decision, monday), "registration.not_yours");
    await refused(() => decideSelection(db, stranger, round.id, decision, monday), "registration.no_such_round");
  });
});

describe("sending the notices", () => {
  test("gives everyone their answer at the same time: place, waiting list, no place (R026)", async () => {
    const round = await selection();
    const [a, b, c, d] = await circle.queue(round.id, 4);
    await decide(round.id, [
      [a, "decline"],
      [b, "place"],
      [c, "wait"],
      [d, "place"],
    ]);
    await circle.forgetMails();

    expect(await sendNotices(db, planner, round.id, noticeDay)).toEqual({ place: 2, wait: 1, decline: 1 });
    expect(await circle.roster(round.id)).toEqual(["1 declined", "2 placed", "3 waitlisted", "4 placed"]);
    expect(await circle.mailsLeft(round.id)).toEqual([
      "declined to 1",
      "placed to 2",
      "waitlisted to 3",
      "placed to 4",
    ]);
    const { state, notices_sent_at } = await ownerDb
      .selectFrom("round")
      .where("id", "=", round.id)
      .select(["state", "notices_sent_at"])
      .executeTakeFirstOrThrow();
    expect({ state, notices_sent_at }).toEqual({ state: "allocated", notices_sent_at: noticeDay() });
  });

  test("keeps a place first where the manager has to answer", async () => {
    const round = await selection({ manager_consultation: "confirmed" });
    const [a] = await circle.queue(round.id, 1, { managerEmail: "bo.lind@example.se" });
    await decide(round.id, [[a, "place"]]);
    await sendNotices(db, planner, round.id, noticeDay);
    expect(await circle.roster(round.id)).toEqual(["1 held"]);
  });

  test("nobody is placed before the notice date, whatever is decided (R026)", async () => {
    const round = await selection();
    const [a] = await circle.queue(round.id, 1);
    await decide(round.id, [[a, "place"]]);
    await refused(() => sendNotices(db, planner, round.id, dayBefore), "registration.notices_too_early");
    expect(await circle.roster(round.id)).toEqual(["1 applied"]);
  });

  test("nobody is left without an answer: late ones too (R026, R027)", async () => {
    const round = await selection();
    const [a] = await circle.queue(round.id, 1);
    await circle.queue(round.id, 1, {}, noon("2027-09-15"));
    await decide(round.id, [[a, "place"]]);
    await refused(() => sendNotices(db, planner, round.id, noticeDay), "registration.undecided_left");
  });

  test("those who have withdrawn or are not eligible are left out", async () => {
    const round = await selection();
    const [a, b, c] = await circle.queue(round.id, 3);
    await decide(round.id, [
      [a, "place"],
      [b, "place"],
    ]);
    await withdraw(db, planner, { registrationId: b! }, monday);
    await denyEligibility(db, planner, c!, "Arbetar inte i länet.", monday);
    expect(await sendNotices(db, planner, round.id, noticeDay)).toEqual({ place: 1, wait: 0, decline: 0 });
    expect(await circle.roster(round.id)).toEqual(["1 placed", "2 withdrawn", "3 ineligible"]);
  });

  test("never more than there are seats (R025)", async () => {
    const round = await selection();
    const [a, b, c] = await circle.queue(round.id, 3);
    await decide(round.id, [
      [a, "place"],
      [b, "place"],
      [c, "place"],
    ]);
    await refused(() => sendNotices(db, planner, round.id, noticeDay), "registration.too_many_chosen");
  });

  test("once, also when the button is pressed twice", async () => {
    const round = await selection();
    const [a] = await circle.queue(round.id, 1);
    await decide(round.id, [[a, "place"]]);
    await circle.forgetMails();
    const presses = await Promise.allSettled([1, 2].map(() => sendNotices(db, planner, round.id, noticeDay)));
    expect(presses.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await circle.mailsLeft(round.id)).toEqual(["placed to 1"]);
    await refused(() => sendNotices(db, planner, round.id, noticeDay), "registration.notices_sent_already");
    await refused(() => decide(round.id, [[a, "wait"]]), "registration.notices_sent_already");
  });

  test("refuses who has no right to it, and changes nothing", async () => {
    const round = await selection();
    await refused(() => sendNotices(db, reader, round.id, noticeDay), "registration.not_yours");
    await refused(() => sendNotices(db, stranger, round.id, noticeDay), "registration.no_such_round");
    await refused(() => sendNotices(db, linkHolder, round.id, noticeDay), "registration.no_such_round");
  });

  test("a place given up afterwards is offered down the waiting list", async () => {
    const round = await selection();
    const [a, b] = await circle.queue(round.id, 2);
    await decide(round.id, [
      [a, "wait"],
      [b, "place"],
    ]);
    await ownerDb
      .updateTable("round")
      .set({ hard_capacity: 1, target_capacity: 1 })
      .where("id", "=", round.id)
      .execute();
    await sendNotices(db, planner, round.id, noticeDay);
    await withdraw(db, planner, { registrationId: b! }, noticeDay);
    expect(await circle.roster(round.id)).toEqual(["1 offered", "2 withdrawn"]);
  });

  test("whoever confirms after the notices waits, and is offered what is free", async () => {
    const round = await selection();
    const { id } = await circle.applied(round.id, {}, noon("2027-09-17"));
    await sendNotices(db, planner, round.id, noticeDay);
    await circle.confirm(id, noticeDay);
    expect(await circle.roster(round.id)).toEqual(["1 offered"]);
  });
});
