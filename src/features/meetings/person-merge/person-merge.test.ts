import { expect, test } from "vitest";
import { machineOwner } from "#features/organisations/people/actor-roles.ts";
import { mergePeople, undoMerge } from "#features/organisations/people/merging/commands.ts";
import { newId } from "#kernel/ids.ts";
import { personParts } from "#person-parts.ts";
import { testDatabase } from "../../../../test/database.ts";
import { givenMinutes } from "../../../../test/given-final-minutes.ts";
import { wholeDatabase } from "../../../../test/given-two-people.ts";
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

test("who was sent the minutes of a meeting under both entries is one receiver of it, with all that either was sent", async () => {
  const [from, to, sender] = [await person(), await person(), await person()];
  const [body, other] = [await meetings.body(unit), await meetings.body(unit)];
  const { id: meeting_id } = await meetings.meeting(unit, [body, other], { state: "held" });
  const minutes = givenMinutes(ownerDb);
  const [common, own, late] = [
    await minutes.part(meeting_id, null),
    await minutes.part(meeting_id, body),
    await minutes.part(meeting_id, other),
  ];
  const addition_id = await minutes.addition(common, "Det gällde 2027.", sender);
  const receiver = async (person_id: typeof from) => {
    const id = newId<"minutes_receiver">();
    await ownerDb.insertInto("minutes_receiver").values({ id, meeting_id, person_id, added_at: at }).execute();
    return id;
  };
  const [gone, kept] = [await receiver(from), await receiver(to)];
  const dispatch = async () => {
    const id = newId<"minutes_dispatch">();
    await ownerDb.insertInto("minutes_dispatch").values({ id, meeting_id, sent_by: sender, sent_at: at }).execute();
    return id;
  };
  const mailed = async (
    dispatch_id: Awaited<ReturnType<typeof dispatch>>,
    receiver_id: typeof gone,
    parts: string[],
  ) => {
    const id = newId<"minutes_mail">();
    await ownerDb.insertInto("minutes_mail").values({ id, dispatch_id, receiver_id, posted_at: at }).execute();
    for (const part_id of parts as (typeof common)[])
      await ownerDb.insertInto("minutes_sent_part").values({ receiver_id, part_id, mail_id: id }).execute();
    return id;
  };
  const [first, second] = [await dispatch(), await dispatch()];
  await mailed(first, gone, [common, own]);
  const toKept = await mailed(first, kept, [common]);
  const later = await mailed(second, gone, [late]);
  await ownerDb
    .insertInto("minutes_sent_addition")
    .values({ receiver_id: gone, addition_id, mail_id: later })
    .execute();
  const before = await wholeDatabase(ownerDb);

  const { mergeId } = await mergePeople(db, machineOwner, now, { from, to }, personParts);
  const receivers = ownerDb.selectFrom("minutes_receiver").where("meeting_id", "=", meeting_id);
  expect(await receivers.select(["id", "person_id"]).execute()).toEqual([{ id: kept, person_id: to }]);
  const sent = await ownerDb
    .selectFrom("minutes_sent_part")
    .where("receiver_id", "=", kept)
    .select(["part_id as part", "mail_id as mail"])
    .execute();
  expect(new Map(sent.map(({ part, mail }) => [part, mail]))).toEqual(
    new Map([
      [common, toKept],
      [own, toKept],
      [late, later],
    ]),
  );
  const mails = await ownerDb.selectFrom("minutes_mail").where("receiver_id", "=", kept).select("id").execute();
  expect(mails.map(({ id }) => id).toSorted()).toEqual([toKept, later].toSorted());

  expect(await undoMerge(db, machineOwner, now, mergeId, personParts)).toEqual({ leftBehind: [] });
  const after = await wholeDatabase(ownerDb);
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  for (const [key, row] of before) expect(after.get(key), key).toEqual(row);
});

test("what was still to be posted to the entry that goes is not told as sent to the one that is kept", async () => {
  const [from, to] = [await person(), await person()];
  const body = await meetings.body(unit);
  const { id: meeting_id } = await meetings.meeting(unit, [body], { state: "held" });
  const minutes = givenMinutes(ownerDb);
  const [had, waits] = [await minutes.part(meeting_id, null), await minutes.part(meeting_id, body)];
  const dispatch_id = newId<"minutes_dispatch">();
  await ownerDb
    .insertInto("minutes_dispatch")
    .values({ id: dispatch_id, meeting_id, sent_by: to, sent_at: at })
    .execute();
  for (const [person_id, part_id, posted_at] of [
    [from, waits, null],
    [to, had, at],
  ] as const) {
    const [receiver_id, mail_id] = [newId<"minutes_receiver">(), newId<"minutes_mail">()];
    await ownerDb
      .insertInto("minutes_receiver")
      .values({ id: receiver_id, meeting_id, person_id, added_at: at })
      .execute();
    await ownerDb.insertInto("minutes_mail").values({ id: mail_id, dispatch_id, receiver_id, posted_at }).execute();
    await ownerDb.insertInto("minutes_sent_part").values({ receiver_id, part_id, mail_id }).execute();
  }
  await mergePeople(db, machineOwner, now, { from, to }, personParts);
  const sent = await ownerDb
    .selectFrom("minutes_sent_part as s")
    .innerJoin("minutes_receiver as r", "r.id", "s.receiver_id")
    .where("r.meeting_id", "=", meeting_id)
    .select("s.part_id as part")
    .execute();
  expect(sent).toEqual([{ part: had }]);
});
