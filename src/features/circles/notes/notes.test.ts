import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { arrangeNotes, startNotes } from "#features/circles/notes/commands.ts";
import { contribute, removeContribution } from "#features/circles/notes/contribution/commands.ts";
import { Arrangement, Contribution, NoteWriting } from "#features/circles/notes/note.ts";
import { notesOf, otherTextsOf } from "#features/circles/notes/queries.ts";
import { ownData } from "#features/circles/notes/own-data/queries.ts";
import { removeText, takeSection, writeNote } from "#features/circles/notes/writing/commands.ts";
import type { SessionId } from "#features/circles/round/round.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, givenRounds, noon } from "../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const unit = await given.organiser();
const planner = await given.planner(unit);
const now = noon("2027-10-01");
const later = () => now().add({ minutes: 10 });

async function inCircle(roundId: Parameters<typeof given.registration>[0], name: string): Promise<Actor> {
  const person_id = await given.person({ name });
  await given.registration(roundId, { person_id, name });
  return actorWith([], {}, person_id);
}

const headings = (...words: string[]) => words.map((heading) => ({ heading, part: null }));

async function meeting() {
  const round = await given.published(unit);
  const [rut, bo] = [await inCircle(round.id, "Rut Forsén"), await inCircle(round.id, "Bo Lind")];
  const { id } = await ownerDb
    .selectFrom("session")
    .where("round_id", "=", round.id)
    .orderBy("position")
    .select("id")
    .executeTakeFirstOrThrow();
  const where = { slug: round.slug, sessionId: id as SessionId };
  await startNotes(db, rut, where, headings("Runda", "Läst", "Till nästa gång"));
  const sections = () => notesOf(db, where.sessionId, now());
  const first = { ...where, sectionId: (await sections())[0]!.id };
  return { round, where, first, rut, bo, sections };
}

const writing = (over: object) => NoteWriting.parse({ body: "", basedOn: 0, ...over });
const whole = async () => {
  const tables = ["session_note_section", "session_note_text", "session_note_contribution", "audit_record"] as const;
  return Promise.all(tables.map((table) => ownerDb.selectFrom(table).selectAll().execute()));
};
async function refused(work: () => Promise<unknown>, code: string) {
  const before = await whole();
  await expect(work()).rejects.toMatchObject({ code });
  expect(await whole()).toEqual(before);
}

test("notes are begun once, however many begin them", async () => {
  const { where, rut, bo, sections } = await meeting();
  await Promise.all([rut, bo, planner].map((who) => startNotes(db, who, where, headings("Annat"))));
  expect((await sections()).map(({ heading }) => heading)).toEqual(["Runda", "Läst", "Till nästa gång"]);
});

test("a second writer sees who writes, may take over, and then the first one's text lies beside", async () => {
  const { first, rut, bo, sections } = await meeting();
  const hand = randomUUID();
  await takeSection(db, rut, now, first, false);
  expect((await sections())[0]!.writer).toMatchObject({ name: "Rut Forsén" });
  await refused(() => takeSection(db, bo, now, first, false), "notes.somebody_writes");
  await writeNote(db, rut, now, first, writing({ body: "Vi har", hand, turn: 1 }));
  await takeSection(db, bo, now, first, true);

  const beside = await writeNote(db, rut, now, first, writing({ body: "Vi har provat", basedOn: 1, hand, turn: 2 }));
  expect(beside).toEqual({ fate: "beside", version: 1, writer: "Bo Lind" });
  await writeNote(db, bo, now, first, writing({ body: "Vi har\nBo var här", basedOn: 1, isDone: true }));

  const [section] = await sections();
  expect(section).toMatchObject({ body: "Vi har\nBo var här", savedBy: "Bo Lind", writer: undefined, unsettled: 1 });
  const texts = await otherTextsOf(db, first.sectionId);
  expect(texts.map(({ body, name, isSettled }) => [body, name, isSettled])).toEqual([
    ["Vi har provat", "Rut Forsén", false],
    ["Vi har", "Rut Forsén", true],
  ]);

  const together = writing({ body: "Vi har provat\nBo var här", basedOn: 2, settles: texts.map(({ id }) => id) });
  expect(await writeNote(db, rut, now, first, together)).toMatchObject({ fate: "written" });
  expect((await sections())[0]).toMatchObject({ unsettled: 0 });
});

test("what is sent twice is written once, also when somebody has written since", async () => {
  const { first, rut, bo, sections } = await meeting();
  const sent = writing({ body: "Runda", hand: randomUUID(), turn: 1, isDone: true });
  expect(await writeNote(db, rut, now, first, sent)).toMatchObject({ fate: "written", version: 1 });
  expect(await writeNote(db, rut, now, first, sent)).toMatchObject({ fate: "already", version: 1 });
  await writeNote(db, bo, later, first, writing({ body: "Bos runda", basedOn: 1, isDone: true }));
  expect(await writeNote(db, rut, later, first, sent)).toMatchObject({ fate: "already" });
  expect((await sections())[0]).toMatchObject({ body: "Bos runda", unsettled: 0, version: 2 });
  expect((await otherTextsOf(db, first.sectionId)).map(({ body }) => body)).toEqual(["Runda"]);
});

test("those who lead take an earlier text away for good; what stands, and what waits to be compared, stays", async () => {
  const { where, first, rut, bo, sections } = await meeting();
  for (const [basedOn, body] of ["Om en klient", "Om arbetssättet"].entries())
    await writeNote(db, rut, now, first, writing({ body, basedOn, isDone: true }));
  await writeNote(db, bo, now, first, writing({ body: "Bos", isDone: true }));
  const [waiting, earlier] = await otherTextsOf(db, first.sectionId);
  const text = { ...first, textId: earlier!.id };
  await refused(() => removeText(db, bo, text), "notes.only_leaders_remove");
  await refused(() => removeText(db, planner, { ...first, textId: waiting!.id }), "notes.no_such_text");
  const other = { ...where, sectionId: (await sections())[1]!.id, textId: earlier!.id };
  await refused(() => removeText(db, planner, other), "notes.no_such_text");
  await removeText(db, planner, text);
  expect((await otherTextsOf(db, first.sectionId)).map(({ body }) => body)).toEqual(["Bos"]);
  expect((await sections())[0]).toMatchObject({ body: "Om arbetssättet", unsettled: 1 });
});

test("a plain form that was opened before another's is kept beside, once", async () => {
  const { first, rut, bo, sections } = await meeting();
  await writeNote(db, rut, now, first, writing({ body: "Ruts", isDone: true }));
  for (let time = 0; time < 2; time += 1)
    expect(await writeNote(db, bo, now, first, writing({ body: "Bos", isDone: true }))).toMatchObject({
      fate: "beside",
    });
  expect((await sections())[0]).toMatchObject({ body: "Ruts", unsettled: 1 });
});

test("those who lead name, add, order and take away sections, and nobody else does", async () => {
  const { where, first, rut, sections } = await meeting();
  const [round, read, next] = await sections();
  await writeNote(db, rut, now, first, writing({ body: "Något" }));
  const arranged = Arrangement.parse({
    sections: [
      { id: round!.id, heading: "Laget runt", place: "3" },
      { id: read!.id, place: 1 },
      { id: next!.id, heading: "Till nästa gång", place: 1 },
      { heading: "Ur verkligheten", place: 2 },
    ],
  });
  await refused(() => arrangeNotes(db, rut, where, arranged), "notes.only_leaders_arrange");
  await arrangeNotes(db, planner, where, arranged);
  expect((await sections()).map(({ heading }) => heading)).toEqual([
    "Till nästa gång",
    "Ur verkligheten",
    "Laget runt",
  ]);
  const emptied = Arrangement.parse({ sections: [{ id: round!.id }] });
  const before = await whole();
  await expect(arrangeNotes(db, planner, where, emptied)).rejects.toMatchObject({
    problems: [{ path: "sections.0.heading", code: "notes.not_empty" }],
  });
  expect(await whole()).toEqual(before);
  const unknown = Arrangement.parse({ sections: [{ id: newId(), heading: "Vilse" }] });
  await refused(() => arrangeNotes(db, planner, where, unknown), "notes.no_such_section");
});

test("a contribution without a name is nobody's, in the notes, in the trail and in what is handed out", async () => {
  const { first, rut, bo, sections } = await meeting();
  const named = Contribution.parse({ key: randomUUID(), body: "Vi ringer varandra", isNamed: "on" });
  const unnamed = Contribution.parse({ key: randomUUID(), body: "Vi hinner inte" });
  for (const each of [named, unnamed, unnamed]) await contribute(db, rut, now, first, each);
  const left = (await sections())[0]!.contributions;
  expect(left.length).toBe(2);
  expect(left).toContainEqual(expect.objectContaining({ body: "Vi hinner inte", name: null }));
  expect(left).toContainEqual(expect.objectContaining({ body: "Vi ringer varandra", name: "Rut Forsén" }));
  const trail = await ownerDb
    .selectFrom("audit_record")
    .where("what", "=", "circles.note_contributed")
    .where("about", "=", first.sectionId)
    .select(["person_id", "payload"])
    .execute();
  expect(new Set(trail.map(({ person_id }) => person_id))).toEqual(new Set([rut.personId, null]));
  expect(trail.length).toBe(2);
  expect(JSON.stringify(trail)).not.toContain("hinner");
  const [own] = await ownData(db, { personId: rut.personId, email: undefined });
  expect(own!.rows.map(({ text }) => text)).toEqual(["Vi ringer varandra"]);

  await refused(
    () => removeContribution(db, bo, { ...first, contributionId: named.key }),
    "notes.not_your_contribution",
  );
  await refused(
    () => removeContribution(db, rut, { ...first, contributionId: unnamed.key }),
    "notes.not_your_contribution",
  );
  await removeContribution(db, rut, { ...first, contributionId: named.key });
  await removeContribution(db, planner, { ...first, contributionId: unnamed.key });
  expect((await sections())[0]!.contributions).toEqual([]);
});

test("a stranger, somebody who left and a meeting that was called off change nothing", async () => {
  const { round, where, first, rut, bo } = await meeting();
  const stranger = await given.planner(await given.organiser());
  const word = writing({ body: "Jag var här" });
  await refused(() => writeNote(db, stranger, now, first, word), "room.no_such_circle");
  await ownerDb
    .updateTable("registration")
    .set({ state: "withdrawn" })
    .where("round_id", "=", round.id)
    .where("person_id", "=", bo.personId!)
    .execute();
  await refused(() => writeNote(db, bo, now, first, word), "room.no_such_circle");
  const other = await meeting();
  await refused(
    () => writeNote(db, rut, now, { ...where, sectionId: other.first.sectionId }, word),
    "notes.no_such_section",
  );
  await refused(() => writeNote(db, rut, now, { ...where, sectionId: "x" }, word), "notes.no_such_section");
  await ownerDb.updateTable("session").set({ called_off: true }).where("id", "=", where.sessionId).execute();
  await refused(() => writeNote(db, rut, now, first, word), "notes.called_off");
  await refused(() => takeSection(db, rut, now, first, true), "notes.called_off");
});

test("a personal identity number is not taken, and neither is more than there is room for", () => {
  expect(NoteWriting.safeParse({ body: "Hon heter 191212121212", basedOn: 0 }).success).toBe(false);
  expect(NoteWriting.safeParse({ body: "å".repeat(8_001), basedOn: 0 }).success).toBe(false);
  expect(NoteWriting.safeParse({ body: "å", basedOn: 0, turn: 1 }).success).toBe(false);
  expect(NoteWriting.parse({ body: "en\r\ntvå", basedOn: "3" })).toMatchObject({ body: "en\ntvå", basedOn: 3 });
});
