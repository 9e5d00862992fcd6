import { expect, test } from "vitest";
import { searched } from "#features/knowledge/search/queries.ts";
import { jointMeetingWithMinutes } from "../../../../../../test/given-final-minutes.ts";
import { testDatabase } from "../../../../../../test/database.ts";
import { day } from "../../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const stage = await jointMeetingWithMinutes(ownerDb);
const { people } = stage;
const today = day("2027-03-25");
const found = async (who: keyof typeof people, q: string) =>
  searched(db, await stage.actor(people[who]), today, { q, facets: {}, page: 1 });

test("somebody who sits there for service users and is not named is neither found by name nor told of in a piece", async () => {
  expect((await found("asta", "Hellgren")).hits).toEqual([]);
  const { hits } = await found("asta", "boendet");
  expect(hits).toMatchObject([{ kind: "minutes", title: "Gemensam punkt", whose: "Vårmötet" }]);
  expect(JSON.stringify(hits[0]?.pieces)).not.toContain("Hellgren");
  // Who has agreed is named.
  await ownerDb
    .updateTable("body_seat_holding")
    .set({ name_agreed_at: Temporal.Instant.from("2027-03-20T10:00:00Z") })
    .where("person_id", "=", people.doris)
    .execute();
  expect((await found("asta", "Hellgren")).hits).toMatchObject([{ title: "Gemensam punkt" }]);
  await ownerDb
    .updateTable("body_seat_holding")
    .set({ name_agreed_at: null })
    .where("person_id", "=", people.doris)
    .execute();
  expect((await found("asta", "Hellgren")).hits).toEqual([]);
});

test.each([
  ["asta", "Projektledare för yrkesresan", true],
  ["bo", "Projektledare för yrkesresan", false],
  ["cim", "Daglig verksamhet", true],
  ["asta", "Daglig verksamhet", false],
  ["eva", "Gemensam punkt", false],
] as const)("%s, %s: %s", async (who, title, sees) => {
  const { hits } = await found(who, title);
  expect(hits.some((hit) => hit.title === title)).toBe(sees);
});
