import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { newId } from "#kernel/ids.ts";
import { setSpreadTarget, takeBackSpread, tellOfSpread } from "#features/circles/spread/commands.ts";
import { spreadCalled } from "#features/circles/spread/queries.ts";
import { reachOf } from "#features/circles/spread/reach.ts";
import { Spread } from "#features/circles/spread/spread.ts";
import { eraseRegistrations } from "#features/circles/registration/retention/commands.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const winter = noon("2027-12-01");

/** A circle with a leader, and Åsa from Mölndal and Bo from Kungälv who have a place in it. */
async function stage() {
  const round = await given.published(unit, { state: "running" });
  const leader = await given.planner(unit);
  const placed = async (name: string, employer: string) => {
    const personId = await given.person({ name });
    const over = { name, person_id: personId, workplace: "Familjeenheten", employer };
    const registrationId = await given.registration(round.id, over);
    return { actor: actorWith([], {}, personId), registrationId };
  };
  return { round, leader, asa: await placed("Åsa", "Mölndals stad"), bo: await placed("Bo", "Kungälvs kommun") };
}

const told = (reached: number, over: object = {}) =>
  Spread.parse({ audience: "Arbetsgruppen", manner: "workplaceMeeting", reached, ...over });

describe("what a circle has reached", () => {
  test("is counted against those who take part, per workplace and municipality (R100, R124)", async () => {
    const { round, leader, asa, bo } = await stage();
    await tellOfSpread(db, asa.actor, winter, round.id, told(12));
    await tellOfSpread(db, asa.actor, winter, round.id, told(3, { toldOn: "2027-11-20" }));
    await tellOfSpread(db, leader, winter, round.id, told(6, { registrationId: bo.registrationId }));
    const { spread } = await spreadCalled(db, asa.actor, round.slug);
    expect(spread.reach).toMatchObject({
      colleagues: 21,
      participants: 2,
      perParticipant: 10.5,
      byEmployer: [
        { name: "Mölndals stad", participants: 1, colleagues: 15 },
        { name: "Kungälvs kommun", participants: 1, colleagues: 6 },
      ],
      byWorkplace: [{ name: "Familjeenheten, Mölndals stad" }, { name: "Familjeenheten, Kungälvs kommun" }],
    });
    expect(spread.own?.told.map(({ reached }) => reached)).toEqual([12, 3]);
  });

  test("adds up to the same in every grouping, and leaves out those who have left", () => {
    const someone = fc.record({
      registrationId: fc.constantFrom("a", "b", "c", "d", "e"),
      workplace: fc.constantFrom("X", "Y"),
      employer: fc.constantFrom("M", "K"),
    });
    const once = fc.record({ registrationId: fc.constantFrom("a", "b", "left"), reached: fc.nat(50) });
    fc.assert(
      fc.property(
        fc.uniqueArray(someone, { selector: (each) => each.registrationId }),
        fc.array(once),
        (people, all) => {
          const reach = reachOf(people, all);
          const here = all.filter(({ registrationId }) =>
            people.some((each) => each.registrationId === registrationId),
          );
          const total = here.reduce((sum, { reached }) => sum + reached, 0);
          for (const groups of [reach.byEmployer, reach.byWorkplace]) {
            expect(groups.reduce((sum, { colleagues }) => sum + colleagues, 0)).toBe(total);
            expect(groups.reduce((sum, { participants }) => sum + participants, 0)).toBe(people.length);
          }
          expect(reach.perParticipant).toBe(people.length === 0 ? undefined : total / people.length);
        },
      ),
    );
  });

  test("shows those who lead what each has reached, and a participant only their own", async () => {
    const { round, leader, asa, bo } = await stage();
    await tellOfSpread(db, bo.actor, winter, round.id, told(4, { audience: "Bos grupp" }));
    expect((await spreadCalled(db, leader, round.slug)).spread.each).toMatchObject([
      { name: "Bo", reached: 4 },
      { name: "Åsa", reached: 0 },
    ]);
    const { spread } = await spreadCalled(db, asa.actor, round.slug);
    expect(spread.each).toBeUndefined();
    expect(JSON.stringify(spread)).not.toContain("Bos grupp");
    const stranger = actorWith([], {}, newId<"person">());
    await expect(spreadCalled(db, stranger, round.slug)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("telling", () => {
  test("is for one's own place, on a day that has been, in a circle that is held", async () => {
    const { round, leader, asa, bo } = await stage();
    const tell = (over: object, actor = asa.actor) => tellOfSpread(db, actor, winter, round.id, told(1, over));
    await expect(tell({ registrationId: bo.registrationId })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(tell({ toldOn: "2027-12-02" })).rejects.toMatchObject({ problems: [{ path: "toldOn" }] });
    await expect(tell({}, leader)).rejects.toMatchObject({ problems: [{ path: "registrationId" }] });
    const { id } = await tell({});
    await expect(takeBackSpread(db, bo.actor, round.id, id)).rejects.toMatchObject({ kind: "forbidden" });
    await takeBackSpread(db, asa.actor, round.id, id);
    await expect(takeBackSpread(db, asa.actor, round.id, id)).rejects.toMatchObject({ code: "spread.no_such" });
    await ownerDb
      .updateTable("round")
      .set({ state: "cancelled", cancelled_reason: "För få" })
      .where("id", "=", round.id)
      .execute();
    await expect(tell({})).rejects.toMatchObject({ code: "spread.circle_cancelled" });
  });

  test("takes no personal identity number and no line breaks in whom one told", () => {
    for (const audience of ["191212121212", "En\nTvå", ""])
      expect(Spread.safeParse({ audience, manner: "other", reached: 1 }).success).toBe(false);
    expect(told(0).reached).toBe(0);
  });

  test("follows the person when two places turn out to be one person's", async () => {
    const { round, asa, bo } = await stage();
    await tellOfSpread(db, asa.actor, winter, round.id, told(5));
    await setSpreadTarget(db, bo.actor, winter, round.id, { colleagues: 10 });
    await ownerDb
      .updateTable("registration")
      .set({ state: "merged", merged_into: bo.registrationId })
      .where("id", "=", asa.registrationId)
      .execute();
    const { spread } = await spreadCalled(db, bo.actor, round.slug);
    expect(spread).toMatchObject({
      reach: { colleagues: 5, participants: 1 },
      target: 10,
      own: { told: [{ reached: 5 }] },
    });
  });
});

test("a target is set before the first are told, and not after (R100)", async () => {
  const { round, leader, asa } = await stage();
  const set = (colleagues: number, actor = asa.actor) => setSpreadTarget(db, actor, winter, round.id, { colleagues });
  await set(10);
  await set(20);
  await expect(set(20, leader)).rejects.toMatchObject({ kind: "forbidden" });
  await tellOfSpread(db, asa.actor, winter, round.id, told(5));
  await expect(set(5)).rejects.toMatchObject({ code: "spread.target_too_late" });
  expect((await spreadCalled(db, asa.actor, round.slug)).spread).toMatchObject({
    target: 20,
    own: { target: { colleagues: 20 } },
    can: { setTarget: false },
  });
});

test("whom somebody told is forgotten with who they were; how many stays", async () => {
  const { round, asa } = await stage();
  await tellOfSpread(db, asa.actor, winter, round.id, told(5, { audience: "Eva och Per" }));
  await ownerDb
    .updateTable("session")
    .set({ date: day("2020-01-01") })
    .where("round_id", "=", round.id)
    .execute();
  const now = winter();
  await ownerDb.transaction().execute((tx) => eraseRegistrations(tx, { now, before: now, organisationId: unit }));
  const rows = await ownerDb
    .selectFrom("spread")
    .where("registration_id", "=", asa.registrationId)
    .select(["audience", "reached"])
    .execute();
  expect(rows).toEqual([{ audience: "–", reached: 5 }]);
});
