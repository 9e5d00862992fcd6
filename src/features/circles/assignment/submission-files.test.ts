import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { catalogues } from "../../../catalogues.ts";
import type { Actor } from "#kernel/actor.ts";
import type { AssignmentId, SubmissionFileId, Visibility } from "#features/circles/assignment/assignment.ts";
import { giveAssignment, giveFeedback, writeSubmission } from "#features/circles/assignment/commands.ts";
import { assignmentJobs } from "#features/circles/assignment/jobs.ts";
import { ownData } from "#features/circles/assignment/own-data/queries.ts";
import { assignmentPage, submissionFile } from "#features/circles/assignment/queries.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import { openFiles } from "#platform/files/files.ts";
import { forgetUnused } from "#platform/files/unused-files.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { runJobs } from "../../../../test/jobs.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const now = noon("2027-10-05");
const dataDir = mkdtempSync(join(tmpdir(), "sammanvagt-submission-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const files = openFiles(dataDir);
const bytesOf = (text: string) => new TextEncoder().encode(text);
const pdf = bytesOf("%PDF-1.7\n%%EOF");

async function circle(visibility: Visibility = "group") {
  const { id, slug } = await given.published(organiser, { state: "closed", title: "Tidiga insatser" });
  const [asta, bo] = [await given.person({ name: "Asta Berg" }), await given.person({ name: "Bo Ceder" })];
  const email = `asta.${id}@example.se`;
  const place = await given.registration(id, { person_id: asta, name: "Asta Berg", email });
  await given.registration(id, { person_id: bo, name: "Bo Ceder" });
  const wish = { givenAt: null, dueBefore: null, title: "Läs artikeln", task: "Skriv", visibility, hours: null };
  const assignment = await giveAssignment(db, planner, now, id, wish);
  return { id, slug, assignment, place, email, asta: actorWith([], {}, asta), bo: actorWith([], {}, bo) };
}

type Over = { based?: number; name?: string; bytes?: Uint8Array; text?: string; remove?: SubmissionFileId[] };
const send = (deed: "keep" | "handIn", actor: Actor, id: AssignmentId, over: Over = {}) => {
  const { based = 0, name = "../svar.pdf", bytes = pdf, text = "Se filen", remove } = over;
  return writeSubmission(db, actor, now, id, { text, based, deed, remove }, { files, name, bytes });
};
const seenBy = async (actor: Actor, slug: string, id: AssignmentId) =>
  assignmentPage(db, (await roomOf(db, actor, slug))!, id, now());
const opened = async (actor: Actor, slug: string, id: AssignmentId, file: string) =>
  submissionFile(db, (await roomOf(db, actor, slug))!, id, file, now());

test("a file follows its text: a draft's is one's own, and one that is handed in is opened by those who read the text", async () => {
  const { slug, assignment, asta, bo } = await circle();
  await send("keep", asta, assignment);
  const [file] = (await seenBy(asta, slug, assignment)).mine!.files;
  expect(file).toMatchObject({ name: "svar.pdf", type: "pdf" });
  for (const who of [bo, planner])
    await expect(opened(who, slug, assignment, file!.id)).rejects.toMatchObject({ kind: "not_found" });
  expect(await files.read((await opened(asta, slug, assignment, file!.id)).key)).toEqual(pdf);

  await writeSubmission(db, asta, now, assignment, { text: "Se filen", based: 1, deed: "handIn" });
  for (const who of [bo, planner])
    expect(await opened(who, slug, assignment, file!.id)).toMatchObject({ name: "svar.pdf" });
});

test("what is for those who lead is opened by them alone, and by nobody in another circle", async () => {
  const { slug, assignment, asta, bo } = await circle("leaders");
  await send("handIn", asta, assignment);
  const [file] = (await seenBy(asta, slug, assignment)).mine!.files;
  await expect(opened(bo, slug, assignment, file!.id)).rejects.toMatchObject({ kind: "not_found" });
  expect(await opened(planner, slug, assignment, file!.id)).toMatchObject({ name: "svar.pdf" });
  const other = await circle();
  await expect(opened(planner, other.slug, other.assignment, file!.id)).rejects.toMatchObject({ kind: "not_found" });
});

test("the same file sent again after a lost connection is one file, and no more than five fit", async () => {
  const { slug, assignment, asta } = await circle();
  await send("keep", asta, assignment);
  await send("keep", asta, assignment);
  expect((await seenBy(asta, slug, assignment)).mine!.files).toHaveLength(1);
  for (let count = 2; count <= 5; count += 1)
    await send("keep", asta, assignment, { based: count, name: `${count}.txt`, bytes: bytesOf(`${count}`) });
  const sixth = { based: 6, name: "6.txt", bytes: bytesOf("6") };
  await expect(send("keep", asta, assignment, sixth)).rejects.toMatchObject({
    problems: [{ path: "file", code: "assignment.too_many_files" }],
  });
  const { mine } = await seenBy(asta, slug, assignment);
  expect(mine!.files).toHaveLength(5);
  await send("keep", asta, assignment, { ...sixth, remove: [mine!.files[0]!.id] });
  expect((await seenBy(asta, slug, assignment)).mine!.files.map(({ name }) => name)).toContain("6.txt");
});

test("nobody takes away a file beside somebody else's text", async () => {
  const { slug, assignment, asta, bo } = await circle();
  await send("handIn", asta, assignment);
  const [file] = (await seenBy(asta, slug, assignment)).mine!.files;
  await writeSubmission(db, bo, now, assignment, { text: "Mitt", based: 0, deed: "keep", remove: [file!.id] });
  expect((await seenBy(asta, slug, assignment)).mine!.files).toHaveLength(1);
});

test.each([
  ["60 MB", "a.pdf", new Uint8Array(60 * 1024 * 1024), "platform.file.too_large"],
  ["a program", "a.exe", Uint8Array.of(0x4d, 0x5a, 0, 0), "platform.file.wrong_kind"],
  ["a PDF called Word", "a.docx", pdf, "platform.file.wrong_ending"],
])("%s is refused, and nothing is written", async (_, name, bytes, code) => {
  const { slug, assignment, asta } = await circle();
  await expect(send("handIn", asta, assignment, { name, bytes })).rejects.toMatchObject({
    problems: [{ path: "file", code }],
  });
  expect((await seenBy(asta, slug, assignment)).mine).toBeUndefined();
});

test("somebody who leads, a stranger and whoever has left hand in no file, and none is kept", async () => {
  const { id, assignment, asta, place } = await circle();
  const before = (await files.keys()).length;
  const stranger = actorWith([], {}, await given.person());
  const never = { bytes: bytesOf("never kept"), name: "a.txt" };
  await expect(send("keep", planner, assignment, never)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(send("keep", stranger, assignment, never)).rejects.toMatchObject({ kind: "not_found" });
  await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", place).execute();
  await expect(send("keep", asta, assignment, never)).rejects.toMatchObject({ kind: "not_found" });
  await ownerDb.updateTable("round").set({ state: "completed" }).where("id", "=", id).execute();
  expect((await files.keys()).length).toBe(before);
});

test("a text that clashes with a later saving brings no file in unseen", async () => {
  const { slug, assignment, asta } = await circle();
  await send("keep", asta, assignment, { name: "a.txt", bytes: bytesOf("a") });
  await expect(
    send("keep", asta, assignment, { text: "Annat", name: "b.txt", bytes: bytesOf("b") }),
  ).rejects.toMatchObject({ code: "assignment.written_elsewhere" });
  expect((await seenBy(asta, slug, assignment)).mine!.files.map(({ name }) => name)).toEqual(["a.txt"]);
});

test("a file goes with its text, and its bytes the night after, unless somebody else has the same", async () => {
  const [one, other] = [await circle(), await circle()];
  const same = { name: "a.txt", bytes: bytesOf("samma i två cirklar") };
  await send("handIn", one.asta, one.assignment, same);
  await send("handIn", other.asta, other.assignment, same);
  const [file] = (await seenBy(one.asta, one.slug, one.assignment)).mine!.files;
  const { key } = await opened(one.asta, one.slug, one.assignment, file!.id);
  const night = () => forgetUnused(db, files, Temporal.Now.instant().add({ hours: 25 }));
  await ownerDb.deleteFrom("assignment_submission").where("assignment_id", "=", one.assignment).execute();
  await night();
  expect(await files.read(key)).toBeDefined();
  await ownerDb.deleteFrom("assignment_submission").where("assignment_id", "=", other.assignment).execute();
  await night();
  expect(await files.read(key)).toBeUndefined();
});

test("the names of one's files are handed out with what one has written", async () => {
  const { assignment, asta } = await circle();
  await send("handIn", asta, assignment);
  expect(await ownData(db, { personId: asta.personId, email: undefined })).toMatchObject([
    { section: "assignments", rows: [{ text: "Se filen", files: "svar.pdf" }] },
  ]);
});

const answered = async ({ slug, assignment }: Awaited<ReturnType<typeof circle>>, feedback: string) => {
  const { others } = await seenBy(planner, slug, assignment);
  const submissionId = others.find(({ submission }) => submission)!.submission!.id;
  await giveFeedback(db, planner, now, { id: assignment, submissionId }, { feedback });
};
const mailsTo = (email: string) =>
  ownerDb.selectFrom("mail").where("to_address", "=", email).select(["subject", "body_text"]).execute();
const posted = () => runJobs(db, assignmentJobs, { translate: translators(catalogues) });

test("whoever handed in is told by mail that it is answered, once, and not what was said", async () => {
  const one = await circle();
  await send("handIn", one.asta, one.assignment);
  await answered(one, "Det här gäller familjen");
  await answered(one, "Det här gäller familjen, sagt bättre");
  await posted();
  const mails = await mailsTo(one.email);
  expect(mails).toMatchObject([{ subject: "Återkoppling på Läs artikeln" }]);
  expect(mails[0]!.body_text).toContain(`/cirkel/${one.slug}/uppgift/${one.assignment}`);
  expect(mails[0]!.body_text).not.toMatch(/familjen|Se filen/);
});

test("whoever has left the circle by then is told nothing", async () => {
  const one = await circle();
  await send("handIn", one.asta, one.assignment);
  await answered(one, "Tack");
  await ownerDb.updateTable("registration").set({ state: "withdrawn" }).where("id", "=", one.place).execute();
  await posted();
  expect(await mailsTo(one.email)).toEqual([]);
});
