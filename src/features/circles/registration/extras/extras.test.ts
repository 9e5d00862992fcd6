import { expect, test } from "vitest";
import { eraseExtras } from "#features/circles/registration/extras/commands.ts";
import { dueAt, eraseDue } from "#platform/erasures/erasures.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenRegistrations } from "../../../../../test/given-registrations.ts";
import { day, givenRounds, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const organiser = await given.organiser();
const erase = (now: ReturnType<typeof noon>) => eraseDue(db, "registrationExtra", dueAt(now(), 30), eraseExtras);
const left = async () => (await ownerDb.selectFrom("registration_extra").select("registration_id").execute()).length;

test("diet, adaptation and postal address are erased when their day has come; the counts stay (R011, R110)", async () => {
  const round = await given.published(organiser, { asks_diet: true, material_by_post: true });
  await circle.confirmed(round.id, { diet: "vegetariskt", postalAddress: "Ekvägen 1" });
  await circle.confirmed(round.id, { postalAddress: "Ekvägen 2" });

  expect(await erase(noon("2028-02-12"))).toBe(0);
  expect(await left()).toBe(2);
  expect(await erase(noon("2028-02-13"))).toBe(2);
  expect(await left()).toBe(0);
  const deed = await ownerDb
    .selectFrom("audit_record")
    .where("what", "=", "circles.extras_erased")
    .select(["about", "payload"])
    .executeTakeFirstOrThrow();
  expect(deed).toEqual({ about: round.id, payload: { after: { diet: 1, adaptation: 0, postalAddress: 2 } } });
});

test("they are kept while the round has sessions left, also when those were added later", async () => {
  const round = await given.published(organiser, { asks_diet: true });
  await circle.confirmed(round.id, { diet: "laktosfritt" });
  await given.session(round.id, { kind: "followUp", date: day("2028-05-12") });
  expect(await erase(noon("2028-05-12"))).toBe(0);
  expect(await erase(noon("2028-05-13"))).toBe(1);
});

test("no log remembers what an applicant eats, where they live or what they need", async () => {
  const round = await given.published(organiser, { asks_diet: true, material_by_post: true });
  await circle.confirmed(round.id, {
    diet: "glutenfritt",
    postalAddress: "Granvägen 7",
    adaptation: "teckenspråkstolk",
  });
  const log = await ownerDb.selectFrom("audit_record").select("payload").execute();
  expect(JSON.stringify(log)).not.toMatch(/glutenfritt|Granvägen|teckenspråk/);
});
