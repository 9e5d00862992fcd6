import { expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { newId } from "#kernel/ids.ts";
import { personParts } from "#person-parts.ts";
import { testDatabase } from "../../../../test/database.ts";
import { given } from "../../../../test/given.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const { person, organisation } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const now = noon("2027-03-18");
const at = now();
const unit = await organisation();

test("somebody written down twice in a list of those who came stands there once, and twice again if it was no merge", async () => {
  const [from, to] = [await person(), await person()];
  const body = await meetings.body(unit);
  const { id } = await meetings.meeting(unit, [body]);
  for (const person_id of [from, to]) {
    const said = { role: "member", state: "present", noted_at: at } as const;
    await ownerDb
      .insertInto("attendance_at_meeting")
      .values({ id: newId(), meeting_id: id, body_id: body, person_id, ...said })
      .execute();
  }
  const list = () =>
    ownerDb.selectFrom("attendance_at_meeting").where("meeting_id", "=", id).select("person_id").execute();
  const { mergeId } = await mergePeople(db, machineOwner, now, { from, to }, personParts);
  expect(await list()).toEqual([{ person_id: to }]);
  expect(await undoMerge(db, machineOwner, now, mergeId, personParts)).toEqual({ leftBehind: [] });
  expect(await list()).toHaveLength(2);
});

test("a seat that both hold is held once, by the ordinary holder", async () => {
  const [from, to] = [await person(), await person()];
  const seat_id = await meetings.sits(await meetings.body(unit), from);
  const valid_from = Temporal.PlainDate.from("2027-02-01");
  await ownerDb
    .insertInto("body_seat_holding")
    .values({ id: newId(), seat_id, person_id: to, is_substitute: true, valid_from })
    .execute();
  const open = () =>
    ownerDb
      .selectFrom("body_seat_holding")
      .where("seat_id", "=", seat_id)
      .where("valid_to", "is", null)
      .select(["person_id", "is_substitute"])
      .execute();
  const { mergeId } = await mergePeople(db, machineOwner, now, { from, to }, personParts);
  expect(await open()).toEqual([{ person_id: to, is_substitute: false }]);
  expect(await undoMerge(db, machineOwner, now, mergeId, personParts)).toEqual({ leftBehind: [] });
  expect(await open()).toHaveLength(2);
});
