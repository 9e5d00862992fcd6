import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, describe, expect, test } from "vitest";
import { catalogues } from "../../../../catalogues.ts";
import { newId } from "#kernel/ids.ts";
import { minutesDocument } from "#features/meetings/distribution/parts/minutes-document.ts";
import { readAs } from "#features/meetings/distribution/reading/queries.ts";
import { documentKinds } from "#platform/documents/document-kinds.ts";
import { translators } from "#platform/web/translate.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { jointMeetingWithMinutes } from "../../../../../test/given-final-minutes.ts";
import { day, noon } from "../../../../../test/given-rounds.ts";

const { db, ownerDb } = await testDatabase();
const { sv } = translators(catalogues);
const { parts, people, first, second, joint, minutes, meetings, unit } = await jointMeetingWithMinutes(ownerDb);
const { id: item } = await ownerDb
  .selectFrom("minutes_item")
  .where("heading", "=", "Projektledare för yrkesresan")
  .select("id")
  .executeTakeFirstOrThrow();
await ownerDb
  .insertInto("minutes_deliverable")
  .values([
    { item_id: item, position: 0, text: "Ett namn" },
    { item_id: item, position: 1, text: "Vad det kostar", due_on: day("2027-05-03") },
  ])
  .execute();
await minutes.addition(parts.common, "Bilderna kom i efterhand.", people.rut);
await ownerDb.insertInto("minutes_note_taker").values({ part_id: parts.own, person_id: people.asta }).execute();
const came = (body_id: typeof first | null, person_id: string | null, over = {}) => ({
  id: newId<"attendance_at_meeting">(),
  meeting_id: joint.id,
  body_id,
  person_id: person_id as never,
  role: "member",
  state: "present",
  noted_at: noon("2027-03-18")(),
  ...over,
});
for (const row of [
  came(first, people.asta),
  came(first, people.cim),
  came(second, people.cim),
  came(first, people.doris, { role: "userRepresentative" }),
  came(null, null, { name: "Łukasz Đorđević", role: "guest", organisation_name: "FoU i en annan stad" }),
  came(second, people.bo, { state: "excused" }),
])
  await ownerDb
    .insertInto("attendance_at_meeting")
    .values(row as never)
    .execute();
const dayless = await meetings.meeting(unit, [first], { title: "Utan dag", state: "held", day: null });
const emptyPart = await minutes.part(dayless.id, first);

const today = day("2027-03-25");
const read = (await readAs(db, joint.id, Object.values(parts), today))!;
const document = minutesDocument(sv, read);
/** Every word of it, in the order it is read. */
const words = document.parts.flatMap((part): string[] => {
  const line = (runs: readonly (string | { text: string })[]) =>
    runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
  if (part.kind === "heading") return [part.text];
  if (part.kind === "paragraph") return [line(part.line)];
  if (part.kind === "list") return part.items.map(line);
  return part.kind === "facts" ? part.items.flatMap(({ term, value }) => [term, ...line(value).split("\n")]) : [];
});
const files = { docx: await documentKinds.docx.make(document), pdf: await documentKinds.pdf.make(document) };

describe("the minutes of a joint meeting as a document", () => {
  test("hold every item with what came of it, who came, and what was added", () => {
    for (const each of [
      "Gemensam punkt",
      "Beslut: Rådet inrättas",
      "Chefsnätverket",
      "3 mars, året okänt",
      "Uppdrag: Återkomma med förslag",
      "Ett namn",
      "Vad det kostar, senast 3 maj 2027",
      "Ingen dag bestämd",
      "Parkerad",
      "tills vidare",
      "Väntar på utredningen",
      "Beslut: Gemensam kurs i höst",
      "22 mars 2027: Bilderna kom i efterhand.",
      "2027/14 (Gemensam del)",
      "Łukasz Đorđević, FoU i en annan stad, gäst",
      "Anmält förhinder: Bo Lind",
    ])
      expect(words).toContain(each);
    expect(document.title).toBe("Minnesanteckningar: Vårmötet");
  });

  test("count rows, persons and municipalities apart: who sits in both is two rows and one person (R168)", () => {
    const figure = (term: string) => words[words.indexOf(term) + 1];
    expect([figure("Rader i listorna"), figure("Personer"), figure("Kommuner")]).toEqual(["5", "4", "0"]);
  });

  test("name nobody who sits there as a user representative, neither in the lists nor in the text", () => {
    expect(words.join("\n")).not.toContain("Hellgren");
    expect(words).toContain("brukarrepresentanten berättade om boendet.");
    expect(words.some((word) => word.startsWith("Brukarrepresentant"))).toBe(true);
  });

  test("of one part hold that part and that body's list alone", async () => {
    const own = minutesDocument(sv, (await readAs(db, joint.id, [parts.other], today))!, ["kurs"]);
    const text = JSON.stringify(own.parts);
    expect(text).toContain("Gemensam █████ i höst");
    expect(text).not.toMatch(/Yrkesresan|Kunskapsråd|Asta|Đorđević/u);
  });

  test("of a part where nothing was noted say so, and that the day is missing (R167, R216)", async () => {
    const empty = JSON.stringify(minutesDocument(sv, (await readAs(db, dayless.id, [emptyPart], today))!).parts);
    expect(empty).toContain("Inget antecknat.");
    expect(empty).toContain("Datum saknas");
  });
});

describe("its files", () => {
  const bare = (text: string) => text.replaceAll(/\s+/gu, "");

  test("Word holds every word of it", async () => {
    const { value } = await mammoth.extractRawText({ buffer: files.docx });
    expect(words.filter((word) => !bare(value).includes(bare(word)))).toEqual([]);
  });

  test("PDF is tagged, with its title and language, and holds every word of it", async () => {
    const pdf = await getDocument({ data: new Uint8Array(files.pdf), verbosity: 0 }).promise;
    expect([...((await pdf.getMarkInfo()) as unknown as Iterable<unknown>)]).toContainEqual(["Marked", true]);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: "Minnesanteckningar: Vårmötet", Language: "sv-SE" });
    const text: string[] = [];
    for (let at = 1; at <= pdf.numPages; at += 1)
      for (const run of (await (await pdf.getPage(at)).getTextContent()).items) if ("str" in run) text.push(run.str);
    const said = bare(text.join(""));
    expect(words.filter((word) => !said.includes(bare(word)))).toEqual([]);
  });

  // An office suite is no part of the product. Where there is none the names of the tests say that nothing more was seen
  // than what is read above, part by part.
  const folder = mkdtempSync(join(tmpdir(), "sammanvagt-minutes-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);
  const reader = spawnSync("pdftotext", ["-v"]).status === 0;
  const unseen = "there is no such program here, so nothing more is seen of the file than what is read above";

  test(`Word: ${office ? "LibreOffice opens it and reads every item" : unseen}`, { timeout: 200_000 }, async () => {
    if (!office) return;
    const [from, to] = [join(folder, "minutes.docx"), join(folder, "opened")];
    writeFileSync(from, files.docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const asked = [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", to, from];
    await promisify(execFile)(office, asked, { timeout: 150_000 });
    const text = existsSync(to)
      ? readdirSync(to)
          .map((name) => readFileSync(join(to, name), "utf8"))
          .join("")
      : "";
    expect(words.filter((word) => !bare(text).includes(bare(word)))).toEqual([]);
  });

  test(`PDF: ${reader ? "pdftotext reads every item" : unseen}`, async () => {
    if (!reader) return;
    const from = join(folder, "minutes.pdf");
    writeFileSync(from, files.pdf);
    const { stdout } = await promisify(execFile)("pdftotext", ["-raw", "-enc", "UTF-8", from, "-"]);
    expect(words.filter((word) => !bare(stdout).includes(bare(word)))).toEqual([]);
  });
});
