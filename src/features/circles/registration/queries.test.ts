import { describe, expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { registrationsOfPerson } from "#features/circles/registration/own/queries.ts";
import { answerManager } from "#features/circles/registration/manager/commands.ts";
import {
  applicationForm,
  countsIn,
  roster,
  rosterPerson,
  seatedPeople,
} from "#features/circles/registration/queries.ts";
import { decideSelection } from "#features/circles/registration/selection/commands.ts";
import { selectionPage } from "#features/circles/registration/selection/queries.ts";
import {
  managersQuestions,
  managersToRemind,
  offersAboutToEnd,
  selectionsToDecide,
} from "#features/circles/registration/todo/queries.ts";
import { statements, testDatabase } from "../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../test/given-registrations.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const reader = actorWith(["circles:read"], { organisations: new Set([organiser]) });
const stranger = actorWith(["circles:manage", "circles:read"], { organisations: new Set([await given.organiser()]) });
const boss = { managerEmail: "bo.lind@example.se" };
const few = (seats: number) => ({ hard_capacity: seats, target_capacity: seats });

describe("the application form", () => {
  test("asks what the round asks, and says when what is extra is erased (R011, R110)", async () => {
    const round = await given.published(organiser, { asks_diet: true });
    const form = await applicationForm(db, round.slug, monday());
    expect(form).toMatchObject({
      way: "open",
      left: 12,
      organiser: "FoU Länet",
      contact: "Siv Alm, siv.alm@example.se",
    });
    expect(form!.deleteExtrasAfter.toString()).toBe("2028-02-13");
  });

  test("is not there for a draft, and closed when the last day is over", async () => {
    const draft = await given.readyDraft(organiser);
    const round = await given.published(organiser);
    expect(await applicationForm(db, draft.slug, monday())).toBeUndefined();
    expect(await applicationForm(db, round.slug, noon("2027-09-11")())).toMatchObject({ way: "closed" });
  });
});

describe("the roster", () => {
  test("shows everyone in queue order to those who may see who applied, and to nobody else", async () => {
    const round = await given.published(organiser, few(1));
    await circle.queue(round.id, 2);
    await circle.applied(round.id);
    const seen = await roster(db, reader, round.slug, {}, monday());
    expect(seen!.rows.map(({ queueNo, state }) => [queueNo, state])).toEqual([
      [1, "placed"],
      [2, "waitlisted"],
      [3, "unconfirmed"],
    ]);
    expect(seen).toMatchObject({ left: 0, can: { decide: false } });
    expect((await roster(db, planner, round.slug, {}, monday()))!.can.decide).toBe(true);
    for (const actor of [stranger, nobody]) expect(await roster(db, actor, round.slug, {}, monday())).toBeUndefined();
  });

  test("is narrowed by state and by the manager's silence; the counts stay whole", async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed", ...few(1) });
    const [first] = await circle.queue(round.id, 2, boss);
    const token = await circle.link("manager.answer", first!, { version: "1" });
    await answerManager(db, nobody, token, { answer: "yes" }, monday);
    const silent = await roster(db, planner, round.slug, { manager: "waiting" }, monday());
    expect(silent!.rows.map(({ queueNo }) => queueNo)).toEqual([2]);
    expect(silent).toMatchObject({ managersAwaited: 1 });
    expect(silent!.counts).toEqual([
      { state: "placed", count: 1, seats: 1 },
      { state: "waitlisted", count: 1, seats: 1 },
    ]);
    expect(await countsIn(db, round.id)).toEqual({ placed: 1, waitlisted: 1 });
  });

  test("costs the same number of statements whether one or many have applied", async () => {
    const round = await given.published(organiser);
    await circle.queue(round.id, 1);
    const one = await statements(() => roster(db, planner, round.slug, {}, monday()));
    await circle.queue(round.id, 5);
    const six = await statements(() => roster(db, planner, round.slug, {}, monday()));
    expect(six).toHaveLength(one.length);
  });

  test("shows one person with what they wrote and how their offers went", async () => {
    const round = await given.published(organiser, { asks_diet: true, ...few(1) });
    const [first] = await circle.queue(round.id, 1);
    const { id } = await circle.confirmed(round.id, { motivation: "För barnens skull", diet: "vegetariskt" });
    await withdraw(db, planner, { registrationId: first! }, monday);
    const seen = await rosterPerson(db, reader, round.slug, id, monday());
    expect(seen).toMatchObject({
      row: { state: "offered" },
      more: { motivation: "För barnens skull", diet: "vegetariskt" },
      offers: [{ answer: null }],
    });
    expect(await rosterPerson(db, stranger, round.slug, id, monday())).toBeUndefined();
    const other = await given.published(organiser);
    expect(await rosterPerson(db, planner, other.slug, id, monday())).toBeUndefined();
    expect(await seatedPeople(db, planner, round.id)).toMatchObject([{ id, diet: "vegetariskt" }]);
  });
});

test("a selection shows municipality by the employer we know, and how the choice spreads (R026, R102)", async () => {
  const municipality = await given.organiser({
    name: "Gränby kommun",
    short_name: "Gränby",
    municipality_code: "9901",
    kinds: ["municipality"],
  });
  const unit = await given.organiser({ name: "Barnhuset", short_name: "Barnhuset", parent_id: municipality });
  await ownerDb
    .insertInto("organisation_alias")
    .values({ folded: "barnhuset", organisation_id: unit, written: "Barnhuset" })
    .execute();
  const round = await given.published(organiser, { allocation: "selection", notice_date: day("2027-09-20") });
  const { id } = await circle.confirmed(round.id, { employer: "Barnhuset" });
  await circle.confirmed(round.id, { employer: "Annan vård" });
  await decideSelection(db, planner, round.id, [{ registrationId: id, outcome: "place", reason: "Spridning" }], monday);

  const seen = await selectionPage(db, planner, round.slug, noon("2027-09-20")());
  expect(seen!.balance.shares.municipality).toEqual([
    { value: "Annan vård", applied: 1, placed: 0 },
    { value: "Gränby", applied: 1, placed: 1 },
  ]);
  expect(seen).toMatchObject({ hindrance: { code: "registration.undecided_left" }, can: { decide: true } });
  expect(seen!.candidates[0]).toMatchObject({ outcome: "place", reason: "Spridning", decidedBy: "Maja Ek" });
  expect(await selectionPage(db, stranger, round.slug, monday())).toBeUndefined();
});

describe("what needs somebody today", () => {
  const roundsIn = (found: readonly { slug: string }[]) => found.map(({ slug }) => slug);

  test("managers who have not answered, and what they ask", async () => {
    const round = await given.published(organiser, { manager_consultation: "confirmed" });
    const [first] = await circle.queue(round.id, 2, boss);
    const mine = (await managersToRemind(db, planner)).find(({ slug }) => slug === round.slug);
    expect(mine).toMatchObject({ count: 2, askedSince: monday() });
    expect(roundsIn(await managersToRemind(db, stranger))).not.toContain(round.slug);

    const token = await circle.link("manager.answer", first!, { version: "1" });
    await answerManager(db, nobody, token, { answer: "ask", question: "Hur många dagar?" }, monday);
    expect(await managersQuestions(db, planner)).toMatchObject([{ slug: round.slug, question: "Hur många dagar?" }]);
    expect(await managersQuestions(db, stranger)).toEqual([]);
  });

  test("offers about to end", async () => {
    const round = await given.published(organiser, few(1));
    const [first] = await circle.queue(round.id, 2);
    await withdraw(db, planner, { registrationId: first! }, monday);
    expect(roundsIn(await offersAboutToEnd(db, planner, monday()))).not.toContain(round.slug);
    expect(roundsIn(await offersAboutToEnd(db, planner, noon("2027-06-09")()))).toContain(round.slug);
    expect(await offersAboutToEnd(db, stranger, noon("2027-06-09")())).toEqual([]);
  });

  test("selections whose notices are near", async () => {
    const round = await given.published(organiser, { allocation: "selection", notice_date: day("2027-09-20") });
    await circle.queue(round.id, 2);
    expect(roundsIn(await selectionsToDecide(db, planner, noon("2027-09-01")()))).not.toContain(round.slug);
    const due = (await selectionsToDecide(db, planner, noon("2027-09-20")())).find(({ slug }) => slug === round.slug);
    expect(due).toMatchObject({ candidates: 2, undecided: 2, due: true });
    expect(roundsIn(await selectionsToDecide(db, stranger, noon("2027-09-20")()))).toEqual([]);
  });
});

test("somebody signed in sees their own applications and nobody else's", async () => {
  const round = await given.published(organiser);
  const { id } = await circle.confirmed(round.id);
  await circle.confirmed(round.id);
  const { person_id } = await ownerDb
    .selectFrom("registration")
    .where("id", "=", id)
    .select("person_id")
    .executeTakeFirstOrThrow();
  const own = await registrationsOfPerson(db, actorWith([], {}, person_id!), day("2027-10-02"));
  expect(own).toMatchObject([{ id, state: "placed", slug: round.slug, nextSession: day("2027-10-22") }]);
  expect(await registrationsOfPerson(db, nobody, day("2027-10-02"))).toEqual([]);
});
