import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { dateIn } from "#kernel/clock.ts";
import { loadBodyDemo } from "#features/meetings/body/demo.ts";
import { bodiesListed } from "#features/meetings/body/register/queries.ts";
import { seatsOf } from "#features/meetings/body/seats/queries.ts";
import { loadOrganisationDemo } from "#features/organisations/demo.ts";
import { loadReferenceData } from "#features/organisations/reference/commands.ts";

const { db } = await testDatabase();

test("the demo has two networks that share people and the network of heads, with an empty seat and one without a name", async () => {
  const now = noon("2027-03-18");
  await loadReferenceData(db);
  const ground = await loadOrganisationDemo(db, now);
  const { families } = await loadBodyDemo(db, ground, now);
  const { bodies } = await bodiesListed(db, ground.planner, dateIn(now()), { limit: 50 });
  expect(bodies).toMatchObject([
    { name: "Nätverket för funktionsstöd", isOwn: true, seats: 7, filled: 6, members: 8 },
    { name: "Nätverket för individ- och familjeomsorg", isOwn: true, seats: 10, filled: 8, members: 8 },
    { name: "Socialchefsnätverket", kind: "headsNetwork", isOwn: true, seats: 9, filled: 8, members: 8 },
  ]);
  const seats = await seatsOf(db, ground.planner, families.id);
  const users = seats.filter(({ kind }) => kind === "userRepresentative");
  expect(users).toMatchObject([{ holdings: [{ name: null }] }, { holdings: [] }]);
  expect(JSON.stringify(seats)).not.toContain("Mona");
});
