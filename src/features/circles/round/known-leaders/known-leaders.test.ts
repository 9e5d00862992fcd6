import { expect, test } from "vitest";
import { testDatabase } from "../../../../../test/database.ts";
import { given } from "../../../../../test/given.ts";
import { givenRounds } from "../../../../../test/given-rounds.ts";
import { newId } from "#kernel/ids.ts";
import { change } from "#platform/database/change.ts";
import { record } from "#platform/audit/record.ts";
import { writePeople } from "#features/circles/round/editor/commands.ts";
import { knowLeader } from "#features/circles/round/known-leaders/commands.ts";
import { leadersToKnow } from "#features/circles/round/known-leaders/queries.ts";

const { db, ownerDb } = await testDatabase();
const { organisation, someone, person, role } = given(ownerDb);
const rounds = givenRounds(ownerDb);
const unit = await organisation({ name: "FoU Länet" });
const leader = await someone("developmentLeader", { organisation: unit }, { name: "Ture Vik" });
const stranger = await someone("developmentLeader", { organisation: await organisation({ name: "FoU Väst" }) });

async function written(name: string) {
  const { id: round_id } = await rounds.draft(unit);
  const id = newId<"round_leader">();
  await ownerDb.insertInto("round_leader").values({ id, round_id, position: 0, name }).execute();
  return { id, round_id };
}
const known = (round_id: Awaited<ReturnType<typeof written>>["round_id"]) =>
  ownerDb.selectFrom("round_leader").where("round_id", "=", round_id).select(["person_id", "nobody_known"]).execute();

test("a leader written by name is proposed as somebody alike at the organiser, and stays known when the round is edited (R033)", async () => {
  const kristina = await person({ name: "Kristina Carlson" });
  await role(kristina, "guest", { organisation: unit });
  const { id, round_id } = await written("Christina Karlsson");
  expect(await leadersToKnow(db, leader, id)).toMatchObject([
    { name: "Christina Karlsson", people: [{ id: kristina }] },
  ]);
  expect(await leadersToKnow(db, stranger)).toEqual([]);
  await expect(knowLeader(db, stranger, id, { personId: kristina })).rejects.toMatchObject({ kind: "not_found" });
  const somebodyElse = { personId: leader.personId };
  await expect(knowLeader(db, leader, id, somebodyElse)).rejects.toMatchObject({ kind: "not_found" });
  expect(await known(round_id)).toEqual([{ person_id: null, nobody_known: false }]);

  await knowLeader(db, leader, id, { personId: kristina });
  const leaders = [{ name: "Christina Karlsson", title: "Docent", part: "leader" as const }];
  await change(db, leader, async (tx) => {
    await writePeople(tx, round_id, { leaders, contacts: [] });
    await record(tx, { by: leader, what: "circles.round_people", about: round_id });
  });
  expect(await known(round_id)).toEqual([{ person_id: kristina, nobody_known: false }]);
  await expect(knowLeader(db, leader, id, {})).rejects.toMatchObject({ kind: "not_found" });
});

test("a leader who is none of those alike is not proposed again", async () => {
  const sofie = await person({ name: "Sofie Lind" });
  await role(sofie, "guest", { organisation: unit });
  const { id, round_id } = await written("Sophie Lind");
  await knowLeader(db, leader, id, {});
  expect(await known(round_id)).toEqual([{ person_id: null, nobody_known: true }]);
  expect(await leadersToKnow(db, leader, id)).toEqual([]);
});
