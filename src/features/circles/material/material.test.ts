import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { openFiles } from "#platform/files/files.ts";
import { forgetUnused } from "#platform/files/unused-files.ts";
import type { Actor } from "#kernel/actor.ts";
import { safeFileName } from "#platform/files/file-kinds.ts";
import { addMaterial, removeMaterial } from "#features/circles/material/commands.ts";
import { checkedFile, largestFile } from "#platform/files/checked-file.ts";
import { isShown, MaterialWish } from "#features/circles/material/material.ts";
import { materialFile, materialIn } from "#features/circles/material/queries.ts";
import { roomOf } from "#features/circles/room/queries.ts";
import { testDatabase } from "../../../../test/database.ts";
import { actorWith, givenRounds, noon } from "../../../../test/given-rounds.ts";
import { pngOf } from "../../../../test/images.ts";

const { db, ownerDb } = await testDatabase();
const given = givenRounds(ownerDb);
const organiser = await given.organiser();
const planner = await given.planner(organiser);
const dataDir = mkdtempSync(join(tmpdir(), "sammanvagt-material-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const files = openFiles(dataDir);
const early = noon("2027-09-01");

const bytesOf = (text: string) => new TextEncoder().encode(text);
const pdf = bytesOf("%PDF-1.7\n%%EOF");
const wish = MaterialWish.parse({ title: "Artikel", shown: "before" });
const link = MaterialWish.parse({ title: "Länk", shown: "before", address: "https://example.se/a", toRead: "on" });

/** A packed file of the given parts. */
function packed(parts: Readonly<Record<string, Buffer>>): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const body = deflateRawSync(content);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(body.length, 14);
    head.writeUInt32LE(10, 18); // A lie about how large it is.
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), head, Buffer.from(name), body]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), head, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from([0x50, 0x4b, 5, 6]), end]);
}

const office = (main: string, more: Readonly<Record<string, Buffer>> = {}) =>
  packed({ "[Content_Types].xml": Buffer.from("<Types/>"), [main]: Buffer.from("<x/>"), ...more });

test.each([
  ["artikel.PDF", pdf, "pdf"],
  ["bild.png", pngOf(64, 48), "png"],
  ["foto.jpeg", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), "jpg"],
  ["text.docx", office("word/document.xml"), "docx"],
  ["bilder.pptx", office("ppt/presentation.xml"), "pptx"],
  ["tabell.xlsx", office("xl/workbook.xml"), "xlsx"],
  ["rader.txt", bytesOf("Åsa läste"), "txt"],
])("%s is taken in as what it is", async (name, bytes, type) => {
  expect(await checkedFile({ name, bytes })).toMatchObject({ type });
});

test.each([
  ["60 MB", "a.pdf", new Uint8Array(60 * 1024 * 1024), "platform.file.too_large"],
  ["nothing", "a.pdf", new Uint8Array(), "platform.file.empty"],
  ["a PDF called Word", "a.docx", pdf, "platform.file.wrong_ending"],
  ["a PDF with no ending", "artikel", pdf, "platform.file.wrong_ending"],
  ["a web page", "a.html", bytesOf("<script>alert(1)</script>"), "platform.file.wrong_ending"],
  ["a program", "a.exe", Uint8Array.of(0x4d, 0x5a, 0, 0), "platform.file.wrong_kind"],
  ["a packed file", "a.zip", packed({ "a.txt": Buffer.from("a") }), "platform.file.wrong_kind"],
  ["a packed file called Word", "a.docx", packed({ "a.txt": Buffer.from("a") }), "platform.file.wrong_kind"],
  ["a Word file cut short", "a.docx", office("word/document.xml").subarray(0, 60), "platform.file.unreadable"],
  [
    "a document with macros",
    "a.docm",
    office("word/document.xml", { "word/vbaProject.bin": Buffer.from("x") }),
    "platform.file.macros",
  ],
  [
    "a document with macros called .docx",
    "a.docx",
    office("word/document.xml", { "word/vbaProject.bin": Buffer.from("x") }),
    "platform.file.macros",
  ],
])("%s is refused", async (_, name, bytes, code) => {
  await expect(checkedFile({ name, bytes })).rejects.toMatchObject({ problems: [{ path: "file", code }] });
});

test("a small file that unfolds to more than it may is refused, whatever size it states", async () => {
  const bomb = office("word/document.xml", { "word/media/a.bin": Buffer.alloc(210 * 1024 * 1024) });
  expect(bomb.length).toBeLessThan(largestFile);
  await expect(checkedFile({ name: "a.docx", bytes: bomb })).rejects.toMatchObject({
    problems: [{ code: "platform.file.too_large" }],
  });
});

test.each([
  ["../../etc/passwd.txt", "passwd.txt"],
  ["C:\\Mina filer\\artikel.pdf", "artikel.txt"],
  ["..", "fil.txt"],
  ['a"b\r\nX-Evil: 1.txt', "abX-Evil 1.txt"],
  ["Åsas läslista 2027.txt", "Åsas läslista 2027.txt"],
])("a file called %j is saved as %j", (name, saved) => {
  expect(safeFileName(name, "txt")).toBe(saved);
});

async function circle() {
  const { id, slug } = await given.published(organiser, { state: "closed" });
  const sessionId = (await roomOf(db, planner, slug))!.round.sessions[0]!.id;
  const personId = await given.person();
  await given.registration(id, { person_id: personId });
  return { roundId: id, slug, sessionId, participant: actorWith([], {}, personId) };
}
const seenBy = async (actor: Actor, slug: string, now = early) =>
  (await materialIn(db, (await roomOf(db, actor, slug))!, now())).map(({ title }) => title);

test("those in the circle see links and open files, and nobody else does", async () => {
  const { slug, participant, ...place } = await circle();
  const id = await addMaterial(db, files, planner, early, place, wish, { name: "../artikel.pdf", bytes: pdf });
  await addMaterial(db, files, planner, early, place, link);
  expect(await seenBy(participant, slug)).toEqual(["Artikel", "Länk"]);
  const room = (await roomOf(db, participant, slug))!;
  const file = await materialFile(db, room, id, early());
  expect(file).toMatchObject({ name: "artikel.pdf", type: "pdf" });
  expect(await files.read(file.key)).toEqual(pdf);
  const other = await circle();
  await expect(materialFile(db, (await roomOf(db, other.participant, other.slug))!, id, early())).rejects.toMatchObject(
    { kind: "not_found" },
  );
});

test("what is for afterwards is seen by participants when the meeting has begun, by those who lead at once", async () => {
  const { slug, participant, ...place } = await circle();
  const id = await addMaterial(
    db,
    files,
    planner,
    early,
    place,
    { ...wish, shown: "after" },
    { name: "a.pdf", bytes: pdf },
  );
  expect(await seenBy(planner, slug)).toEqual(["Artikel"]);
  expect(await seenBy(participant, slug)).toEqual([]);
  const room = (await roomOf(db, participant, slug))!;
  await expect(materialFile(db, room, id, early())).rejects.toMatchObject({ code: "material.no_such_material" });
  expect(await seenBy(participant, slug, noon("2027-10-01"))).toEqual(["Artikel"]);
  const [session] = room.round.sessions;
  expect(isShown("after", { ...session!, calledOff: true }, noon("2028-01-01")())).toBe(false);
});

test("those who take part and strangers lay nothing on a meeting, and take nothing away", async () => {
  const { participant, ...place } = await circle();
  const id = await addMaterial(db, files, planner, early, place, link);
  const stranger = await given.planner(await given.organiser());
  for (const [who, kind] of [
    [participant, "forbidden"],
    [stranger, "not_found"],
  ] as const) {
    await expect(addMaterial(db, files, who, early, place, link)).rejects.toMatchObject({ kind });
    await expect(removeMaterial(db, who, { ...place, id })).rejects.toMatchObject({ kind });
  }
  const other = await circle();
  await expect(removeMaterial(db, planner, { ...other, id })).rejects.toMatchObject({ kind: "not_found" });
});

test("a file or a link, and one of them only", async () => {
  const { participant: _, slug, ...place } = await circle();
  await expect(addMaterial(db, files, planner, early, place, wish)).rejects.toMatchObject({
    problems: [{ code: "material.file_or_link" }],
  });
  await expect(
    addMaterial(db, files, planner, early, place, link, { name: "a.pdf", bytes: pdf }),
  ).rejects.toMatchObject({ problems: [{ code: "material.one_of_them" }] });
  expect(await seenBy(planner, slug)).toEqual([]);
  for (const address of ["javascript:alert(1)", "file:///etc/passwd", "example.se"])
    expect(MaterialWish.safeParse({ title: "Länk", shown: "before", address }).success).toBe(false);
});

test("a file that lies on two meetings is forgotten with the last of them", async () => {
  const [one, other] = [await circle(), await circle()];
  const sent = { name: "a.txt", bytes: bytesOf("samma text") };
  const [first, second] = [
    await addMaterial(db, files, planner, early, one, wish, sent),
    await addMaterial(db, files, planner, early, other, wish, sent),
  ];
  const { key } = await materialFile(db, (await roomOf(db, planner, one.slug))!, first, early());
  const nextNight = () => forgetUnused(db, files, Temporal.Now.instant().add({ hours: 25 }));
  await removeMaterial(db, planner, { ...one, id: first });
  await nextNight();
  expect(await files.read(key)).toBeDefined();
  await removeMaterial(db, planner, { ...other, id: second });
  await nextNight();
  expect(await files.read(key)).toBeUndefined();
});

test("when the circle is over its material stands as it is", async () => {
  const { participant, slug, ...place } = await circle();
  await addMaterial(db, files, planner, early, place, link);
  await ownerDb.updateTable("round").set({ state: "completed" }).where("id", "=", place.roundId).execute();
  await expect(addMaterial(db, files, planner, early, place, link)).rejects.toMatchObject({ code: "material.over" });
  expect(await seenBy(participant, slug)).toEqual(["Länk"]);
});
