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
import { documentKinds } from "#platform/documents/document-kinds.ts";
import { translators } from "#platform/web/translate.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { summaryDocument } from "#features/appraisals/summary/parts/summary-document.ts";
import { summaryOf } from "#features/appraisals/summary/queries.ts";
import { testDatabase } from "../../../../../test/database.ts";
import { givenAppraisals } from "../../../../../test/given-appraisals.ts";
import { day, noon } from "../../../../../test/given-rounds.ts";
import { givenSources } from "../../../../../test/given-sources.ts";
import { given } from "../../../../../test/given.ts";

const { db, ownerDb } = await testDatabase();
const { sv, en } = translators(catalogues);
const { organisation, person, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const sources = givenSources(ownerDb);
const today = day("2027-03-25");

const unit = await organisation({ name: "Familjeenheten" });
const [eva, nils] = [await person({ name: "Eva Lund" }), await person({ name: "Nils Berg" })];
const whole = await appraisals.appraisal(
  unit,
  {
    state: "decided",
    decider_id: nils,
    question: "Ska familjer bjuda in till egna möten?",
    disagreement: "Forskningen talar för, brukarna tvekar om tiden.",
    outweighing: "serviceUsers",
    outweighing_motive: "Det är deras möte.",
  },
  { authors: [eva] },
);
await sources.found(whole.id, "research", { summary: "Två studier, små grupper.", speaks: "for" });
await sources.outcome(whole.id);
await sources.found(whole.id, "profession", { summary: "Fyra kommuner sedan 2022.", speaks: "mixed" });
await sources.criterion(whole.id, "shared", 3);
await sources.found(whole.id, "serviceUsers", { summary: "Brukarrådet tvekar.", speaks: "against" });
await sources.consultation(whole.id, { how_many: 6, missing: "Tonåringar" });
const [question] = await ownerDb
  .selectFrom("checklist_question")
  .where("version_id", "=", whole.checklist)
  .orderBy("position")
  .select("id")
  .execute();
await ownerDb
  .insertInto("appraisal_answer")
  .values({
    id: newId(),
    appraisal_id: whole.id,
    question_id: question!.id,
    standing: "unknown",
    answered_on: today,
    known_by: day("2027-04-04"),
  })
  .execute();
await ownerDb
  .insertInto("appraisal_decision")
  .values({
    id: newId(),
    appraisal_id: whole.id,
    decision_no: 1,
    decision: "pilot",
    reason: "Värt att pröva",
    decided_by: nils,
    decided_on: today,
    recorded_at: noon("2027-03-25")(),
    is_sole_author: false,
    expected_effect: "Färre placeringar",
    expected_by: day("2028-03-25"),
    measured_how: "Räknas före och efter sex månader",
    stop_when: "Fler än tre hoppar av",
    pilot_what: "Nätverksmöten",
    pilot_whom: "Två handläggare, högst 15 familjer",
    pilot_until: day("2027-09-25"),
    decide_again_on: day("2027-10-15"),
  })
  .execute();
const empty = await appraisals.appraisal(unit, {}, { authors: [eva] });

const read = async (slug: string) => summaryOf(db, await appraisalInside(db, await actor(eva), slug, today));
const document = summaryDocument(sv, await read(whole.slug));

/** Every word of a document, in the order it is read. */
function wordsIn({ parts, title, kicker }: typeof document): string[] {
  const line = (runs: readonly (string | { text: string })[]) =>
    runs.map((run) => (typeof run === "string" ? run : run.text)).join("");
  const inside = parts.flatMap((part): string[] => {
    if (part.kind === "heading") return [part.text];
    if (part.kind === "paragraph") return [line(part.line)];
    if (part.kind === "list") return part.items.map(line);
    if (part.kind === "table") return [...part.columns.map(({ label }) => label), ...part.rows.flat()];
    return part.items.flatMap(({ term, value }) => [term, line(value)]);
  });
  return [title, ...(kicker ? [kicker] : []), ...inside];
}

const words = wordsIn(document);
const files = { docx: await documentKinds.docx.make(document), pdf: await documentKinds.pdf.make(document) };
const bare = (text: string) => text.replaceAll(/\s+/gu, "");
const lacking = (text: string) => words.filter((word) => !bare(text).includes(bare(word)));

describe("an appraisal on one page", () => {
  test("holds the question, the three sources, what is open and the decision with what is expected of it", () => {
    for (const each of [
      "Sammanfattning: Nätverksmöten",
      "Ska familjer bjuda in till egna möten?",
      "Låg tillförlitlighet",
      "1 av 8 kriterier väl visade",
      "Dialog, 6 tillfrågade",
      "Brukarrådet tvekar. Inte tillfrågade: Tonåringar.",
      "Källorna är oeniga. Forskning: talar för. Professionens kunskap: talar både för och emot. Brukarnas kunskap: talar emot.",
      "Brukarnas kunskap: Det är deras möte.",
      "Vad ska det ersätta? Svar väntas 4 april 2027.",
      "En fråga är inte besvarad än.",
      "Pröva i liten skala. Nils Berg, 25 mars 2027",
      "Nätverksmöten, Två handläggare, högst 15 familjer, till och med 25 september 2027",
      "Färre placeringar, senast 25 mars 2028",
      "Fler än tre hoppar av",
      "15 oktober 2027",
    ])
      expect(words).toContain(each);
  });

  test("tells a manager what research says in one sentence that begins with how sure it is", () => {
    const sentence =
      "Låg tillförlitlighet: färre placeringar i två studier med små grupper, men ny forskning kan mycket väl ändra det.";
    expect(words.some((word) => word.includes(sentence))).toBe(true);
  });

  test("of which nothing is written yet says so of each of the three, and of the rest (R065)", async () => {
    const said = wordsIn(summaryDocument(sv, await read(empty.slug)));
    expect(said.filter((word) => word.startsWith("Inte sökt än"))).toHaveLength(6);
    for (const each of [
      "Forskning",
      "Professionens kunskap",
      "Brukarnas kunskap",
      "Ingen fråga är skriven.",
      "Ingen fråga är besvarad med okänt.",
      "Inget beslut är fattat.",
    ])
      expect(said).toContain(each);
  });

  test("is told in English as well", async () => {
    const said = wordsIn(summaryDocument(en, await read(whole.slug)));
    expect(said).toContain("Low certainty");
    expect(said.join(" ")).not.toMatch(/tillförlitlighet/u);
  });
});

describe("its files", () => {
  test("Word holds every word of it", async () => {
    const { value } = await mammoth.extractRawText({ buffer: files.docx });
    expect(lacking(value)).toEqual([]);
  });

  test("PDF is tagged, one page, with its title and language, and holds every word of it", async () => {
    const pdf = await getDocument({ data: new Uint8Array(files.pdf), verbosity: 0 }).promise;
    expect([...((await pdf.getMarkInfo()) as unknown as Iterable<unknown>)]).toContainEqual(["Marked", true]);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: "Sammanfattning: Nätverksmöten", Language: "sv-SE" });
    const text: string[] = [];
    for (let at = 1; at <= pdf.numPages; at += 1)
      for (const run of (await (await pdf.getPage(at)).getTextContent()).items) if ("str" in run) text.push(run.str);
    expect(lacking(text.join(""))).toEqual([]);
    expect(pdf.numPages).toBe(1);
  });

  // An office suite is no part of the product. Where there is none the names of the tests say that nothing more was seen
  // than what is read above, part by part.
  const folder = mkdtempSync(join(tmpdir(), "sammanvagt-summary-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);
  const reader = spawnSync("pdftotext", ["-v"]).status === 0;
  const unseen = "there is no such program here, so nothing more is seen of the file than what is read above";

  test(`Word: ${office ? "LibreOffice opens it and reads every part" : unseen}`, { timeout: 200_000 }, async () => {
    if (!office) return;
    const [from, to] = [join(folder, "summary.docx"), join(folder, "opened")];
    writeFileSync(from, files.docx);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const asked = [profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", to, from];
    await promisify(execFile)(office, asked, { timeout: 150_000 });
    const text = existsSync(to)
      ? readdirSync(to)
          .map((name) => readFileSync(join(to, name), "utf8"))
          .join("")
      : "";
    expect(lacking(text)).toEqual([]);
  });

  test(`PDF: ${reader ? "pdftotext reads every part" : unseen}`, async () => {
    if (!reader) return;
    const from = join(folder, "summary.pdf");
    writeFileSync(from, files.pdf);
    const { stdout } = await promisify(execFile)("pdftotext", ["-raw", "-enc", "UTF-8", from, "-"]);
    expect(lacking(stdout)).toEqual([]);
  });
});
