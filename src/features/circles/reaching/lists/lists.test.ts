import { expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations, monday } from "../../../../../test/given-registrations.ts";
import { actorWith, day, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { addressList, cateringList } from "#features/circles/reaching/lists/queries.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);

async function roundWithFood() {
  const round = await given.published(organiser, { asks_diet: true });
  await ownerDb
    .updateTable("session")
    .set({ catering: true })
    .where("round_id", "=", round.id)
    .where("position", "<", 2)
    .execute();
  await circle.confirmed(round.id, { name: "Asta Berg", diet: "Vegetariskt" });
  await circle.confirmed(round.id, { name: "Bo Ceder", diet: "tål inte paprika" });
  await circle.confirmed(round.id, { name: "Cim Dahl" });
  return round;
}

test("a caterer is told how many and what they eat, and no names (R011, R110)", async () => {
  const round = await roundWithFood();
  await given.registration(round.id, { state: "waitlisted" });
  const list = await cateringList(db, planner, round.slug, monday());
  expect(list).toMatchObject({
    people: 3,
    diets: { plates: [{ kinds: ["vegetarian"], count: 1 }], other: ["tål inte paprika"], said: 2 },
    undecided: 3,
  });
  expect(list!.sessions.map(({ date }) => date?.toString())).toEqual(["2027-10-01", "2027-10-22"]);
  expect(JSON.stringify(list!.diets)).not.toMatch(/Asta|Bo|Cim/u);
});

test("a team eats as many as it is", async () => {
  const round = await given.published(organiser);
  await given.registration(round.id, { seats: 4 });
  expect((await cateringList(db, planner, round.slug, monday()))!.people).toBe(4);
});

test("what is due to be erased is not read, though the job has not come to it yet (R011)", async () => {
  const round = await roundWithFood();
  const said = async (when: string) => (await cateringList(db, planner, round.slug, noon(when)()))!.diets.said;
  expect(await said("2028-02-12")).toBe(2);
  expect(await said("2028-02-13")).toBe(0);
  await given.session(round.id, { date: day("2028-05-12") });
  expect(await said("2028-02-13")).toBe(2);
});

test("the addresses are those of the group, and whoever has none is counted", async () => {
  const round = await given.published(organiser);
  await given.registration(round.id, { email: "asta@example.se" });
  await given.registration(round.id, { email: null, phone: "070-123 45 67", way: "phone", reached_at: monday() });
  await given.registration(round.id, { email: "vantar@example.se", state: "waitlisted" });
  expect(await addressList(db, planner, round.slug, "placed", monday())).toMatchObject({
    addresses: ["asta@example.se"],
    withoutAddress: 1,
  });
  expect(await addressList(db, planner, round.slug, "everyone", monday())).toMatchObject({
    addresses: ["asta@example.se", "vantar@example.se"],
  });
});

test("whoever may not see who applied sees no list", async () => {
  const round = await roundWithFood();
  for (const stranger of [actorWith([]), await given.planner(await given.organiser())]) {
    expect(await addressList(db, stranger, round.slug, "everyone", monday())).toBeUndefined();
    expect(await cateringList(db, stranger, round.slug, monday())).toBeUndefined();
  }
});
