import { expect, test } from "vitest";
import { giveAssignment } from "#features/circles/assignment/commands.ts";
import { addMaterial } from "#features/circles/material/commands.ts";
import { noteTime, removeNotedTime } from "#features/circles/noted-time/commands.ts";
import { TimeWish } from "#features/circles/noted-time/noted-time.ts";
import { ownData } from "#features/circles/noted-time/own-data/queries.ts";
import { notedBy, notedMinutes, plannedTimeOf } from "#features/circles/noted-time/queries.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import { openFiles } from "#platform/files/files.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, day, givenRounds, noon, time } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const now = noon("2027-10-05");
const wish = (over: Record<string, unknown> = {}) => TimeWish.parse({ hours: "1,5", purpose: "reading", ...over });

async function circle() {
  const { id, slug } = await given.published(organiser, { state: "running", hours: 70 });
  const person = await given.person({ name: "Asta Berg" });
  const place = await given.registration(id, { person_id: person });
  return { id, slug, place, asta: actorWith([], {}, person) };
}

test("what a circle asks for is its meetings, what is given and what stands on the reading list (R116)", async () => {
  const { id, slug } = await circle();
  await ownerDb.deleteFrom("session").where("round_id", "=", id).execute();
  const sessionId = await given.session(id, { date: day("2027-10-22"), starts: time("09:00"), ends: time("13:00") });
  const assignment = { givenAt: null, dueBefore: null, title: "Läs", task: "Skriv", visibility: "group" as const };
  await giveAssignment(db, planner, now, id, { ...assignment, hours: 3 });
  await giveAssignment(db, planner, now, id, assignment);
  const link = { title: "Artikel", address: "https://example.se/a", shown: "before" as const };
  const files = openFiles("/nowhere");
  await addMaterial(db, files, planner, now, { roundId: id, sessionId }, { ...link, toRead: true, hours: 0.5 });
  await addMaterial(db, files, planner, now, { roundId: id, sessionId }, { ...link, toRead: false, hours: 8 });
  expect(await plannedTimeOf(db, (await roomOf(db, planner, slug))!.round)).toEqual({
    commitment: 4_200,
    meetings: { meetings: 1, minutes: 240, unknown: 0 },
    assignments: { minutes: 180, unknown: 1 },
    reading: { minutes: 30, unknown: 0 },
    minutes: 450,
  });
});

test("somebody with a place notes their time, today if they say no day, and takes a line away", async () => {
  const { id, place, asta } = await circle();
  await noteTime(db, asta, now, id, wish());
  const other = await noteTime(db, asta, now, id, wish({ day: "2027-10-01", hours: "2", words: "Artikeln" }));
  expect(await notedBy(db, place)).toMatchObject([
    { day: day("2027-10-05"), minutes: 90, words: null },
    { day: day("2027-10-01"), minutes: 120, words: "Artikeln" },
  ]);
  await removeNotedTime(db, asta, { roundId: id, id: other });
  expect(await notedMinutes(db, place)).toBe(90);
  await expect(removeNotedTime(db, asta, { roundId: id, id: other })).rejects.toMatchObject({ kind: "not_found" });
});

test("no day holds more than 24 hours, also when two notes come at once, and none is noted before it has been", async () => {
  const { id, place, asta } = await circle();
  const both = await Promise.allSettled([1, 2].map(() => noteTime(db, asta, now, id, wish({ hours: "13" }))));
  expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await notedMinutes(db, place)).toBe(780);
  await expect(noteTime(db, asta, now, id, wish({ day: "2027-10-06" }))).rejects.toMatchObject({
    problems: [{ path: "day", code: "noted_time.not_yet" }],
  });
  for (const hours of [undefined, null, "", "25", "0", "en timme"])
    expect(TimeWish.safeParse({ hours, purpose: "reading" }).success).toBe(false);
});

test("a personal identity number has no place in one's own words", () => {
  expect(TimeWish.safeParse({ hours: "1", purpose: "other", words: "Möte om 191212121212" }).success).toBe(false);
});

test("nobody notes for somebody else, without a place, or after having left", async () => {
  const { id, place, asta } = await circle();
  const line = await noteTime(db, asta, now, id, wish());
  await expect(noteTime(db, planner, now, id, wish())).rejects.toMatchObject({ kind: "forbidden" });
  await expect(removeNotedTime(db, planner, { roundId: id, id: line })).rejects.toMatchObject({ kind: "forbidden" });
  const bo = await given.person();
  await given.registration(id, { person_id: bo });
  const beside = actorWith([], {}, bo);
  await expect(removeNotedTime(db, beside, { roundId: id, id: line })).rejects.toMatchObject({ kind: "not_found" });
  const stranger = actorWith([], {}, await given.person());
  await expect(noteTime(db, stranger, now, id, wish())).rejects.toMatchObject({ kind: "not_found" });
  await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", place).execute();
  await expect(noteTime(db, asta, now, id, wish())).rejects.toMatchObject({ kind: "not_found" });
});

test("what one notes is in no log, and is handed out to whoever wrote it", async () => {
  const { id, asta } = await circle();
  await noteTime(db, asta, now, id, wish({ words: "Spårbara ord" }));
  const log = await ownerDb.selectFrom("audit_record").select("payload").execute();
  expect(JSON.stringify(log)).not.toContain("Spårbara");
  expect(await ownData(db, { personId: asta.personId, email: undefined })).toMatchObject([
    { section: "notedTime", rows: [{ minutes: 90, kind: "reading", text: "Spårbara ord" }] },
  ]);
});

test("when two applications turn out to be one person's, the time is read with the one that goes on", async () => {
  const { id, place, asta } = await circle();
  await noteTime(db, asta, now, id, wish());
  const goesOn = await given.registration(id, { person_id: await given.person() });
  await ownerDb
    .updateTable("registration")
    .set({ state: "merged", merged_into: goesOn })
    .where("id", "=", place)
    .execute();
  expect(await notedMinutes(db, goesOn)).toBe(90);
});
