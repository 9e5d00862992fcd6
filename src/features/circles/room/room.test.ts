import { expect, test } from "vitest";
import { nobody } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { roomOf, sessionInRoom } from "#features/circles/room/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, givenRounds } from "../../../../test/given-rounds.ts";
import { givenRegistrations } from "../../../../test/given-registrations.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);
const unit = await given.organiser();
const round = await given.published(unit);
const planner = await given.planner(unit);
const { id: registered } = await circle.confirmed(round.id, { name: "Åsa Berg" });
const { person_id: personId } = await ownerDb
  .updateTable("registration")
  .set({ state: "placed" })
  .where("id", "=", registered)
  .returning("person_id")
  .executeTakeFirstOrThrow();
const participant = actorWith([], {}, personId!);

test("a circle is seen from the inside by those who lead it and those with a place, and is not there for others", async () => {
  expect(await roomOf(db, planner, round.slug)).toMatchObject({ part: "leads", own: undefined });
  expect(await roomOf(db, participant, round.slug)).toMatchObject({
    part: "takesPart",
    own: { registrationId: registered, name: "Åsa Berg" },
    participants: [{ name: "Åsa Berg" }],
  });
  const stranger = actorWith(
    ["circles:manage"],
    { organisations: new Set([await given.organiser()]) },
    newId<"person">(),
  );
  for (const other of [stranger, nobody]) expect(await roomOf(db, other, round.slug)).toBeUndefined();
});

test("whoever is named as a leader leads, without any role", async () => {
  const researcher = await given.person({ name: "Rut Forsén" });
  await ownerDb
    .insertInto("round_leader")
    .values({ id: newId<"round_leader">(), round_id: round.id, position: 9, name: "Rut Forsén", person_id: researcher })
    .execute();
  expect(await roomOf(db, actorWith([], {}, researcher), round.slug)).toMatchObject({ part: "leads" });
});

test("a place that was given back closes the circle, and a draft has no inside", async () => {
  const { id: gone } = await circle.confirmed(round.id);
  const { person_id: whose } = await ownerDb
    .updateTable("registration")
    .set({ state: "withdrawn" })
    .where("id", "=", gone)
    .returning("person_id")
    .executeTakeFirstOrThrow();
  expect(await roomOf(db, actorWith([], {}, whose!), round.slug)).toBeUndefined();
  const draft = await given.draft(unit);
  expect(await roomOf(db, planner, draft.slug)).toBeUndefined();
});

test("a meeting is found in its own circle only", async () => {
  const { sessions } = (await roomOf(db, planner, round.slug))!.round;
  const found = await sessionInRoom(db, participant, round.slug, sessions[0]!.id);
  expect(found.session.id).toBe(sessions[0]!.id);
  const other = await given.published(unit);
  await expect(sessionInRoom(db, planner, other.slug, sessions[0]!.id)).rejects.toMatchObject({ kind: "not_found" });
  await expect(sessionInRoom(db, participant, other.slug, sessions[0]!.id)).rejects.toMatchObject({
    code: "room.no_such_circle",
  });
});
