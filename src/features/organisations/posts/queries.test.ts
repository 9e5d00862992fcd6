import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { postsAt } from "#features/organisations/posts/queries.ts";

const { db } = await testDatabase();
const { organisation, person, role, someone, actor } = given(db);

test("three who share 0.35 of a post are summed to just that, each with who employs them (R031)", async () => {
  const [unit, municipality] = [await organisation({ name: "FoU Ett" }), await organisation({ name: "Kommunen" })];
  const leader = await someone("developmentLeader", { organisation: unit }, { name: "Alva" });
  for (const [name, fte] of [
    ["Bo", 0.15],
    ["Cim", 0.1],
    ["Dag", 0.1],
  ] as const) {
    const host_organisation_id = name === "Cim" ? null : municipality;
    await role(await person({ name }), "circleLeader", { organisation: unit }, { fte, host_organisation_id });
  }
  const { here, elsewhere } = (await postsAt(db, await actor(leader.personId), unit, someDay))!;
  const circleLeaders = here.filter((post) => post.role === "circleLeader");
  expect(
    circleLeaders.map(({ person: name, fte, host, shared, sharing }) => [name, fte, host, shared, sharing]),
  ).toEqual([
    ["Bo", 0.15, "Kommunen", 0.35, 3],
    ["Cim", 0.1, null, 0.35, 3],
    ["Dag", 0.1, "Kommunen", 0.35, 3],
  ]);
  expect(elsewhere).toEqual([]);

  // The same, from where they are employed: what they do and for whom.
  const employed = (await postsAt(db, await actor(leader.personId), municipality, someDay))!;
  expect(employed.elsewhere.map(({ person: name, place }) => [name, place])).toEqual([
    ["Bo", "FoU Ett"],
    ["Dag", "FoU Ett"],
  ]);
});

test("people are shown to those who manage them there, and to nobody else", async () => {
  const [unit, other] = [await organisation({ name: "FoU Två" }), await organisation({ name: "FoU Tre" })];
  await role(await person({ name: "Eva" }), "guest", { organisation: unit });
  const [stranger, guest] = [
    await someone("developmentLeader", { organisation: other }),
    await someone("guest", { organisation: unit }),
  ];
  expect(await postsAt(db, stranger, unit, someDay)).toEqual({ here: [], elsewhere: [] });
  expect(await postsAt(db, guest, unit, someDay)).toBeUndefined();
});

test("a role that is over, or was taken back, is no post", async () => {
  const unit = await organisation({ name: "FoU Fyra" });
  const leader = await someone("developmentLeader", { organisation: unit });
  const over = { valid_to: someDay.subtract({ days: 1 }) };
  await role(await person({ name: "Förr" }), "guest", { organisation: unit }, over);
  const ended = { valid_to: someDay, ended_at: Temporal.Instant.from("2027-03-18T08:00Z") };
  await role(await person({ name: "Tagen" }), "guest", { organisation: unit }, ended);
  const { here } = (await postsAt(db, leader, unit, someDay))!;
  expect(here.map((post) => post.role)).toEqual(["developmentLeader"]);
});
