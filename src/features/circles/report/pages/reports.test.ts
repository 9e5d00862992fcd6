import { execFile, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, describe, expect, test } from "vitest";
import { given } from "../../../../../test/given.ts";
import { day, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";
import { filesInZip, problemInXml } from "../../../../../test/zip.ts";
import { newId } from "#kernel/ids.ts";
import { readTable } from "#platform/csv/table.ts";
import { writeCost } from "#features/circles/report/commands.ts";
import { Cost } from "#features/circles/report/cost.ts";
import { publishProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { ProposalWords } from "#features/circles/proposal/proposal.ts";

const december = noon("2027-12-15");
const { app, db, ownerDb, url, signedIn } = await testWeb(december);
const rounds = givenRounds(ownerDb);
const unit = await given(ownerDb).organisation({ name: "FoU Länet" });
const leader = await given(ownerDb).someone("developmentLeader", { organisation: unit });
const cookie = await signedIn(leader.personId);

const round = await rounds.published(unit, { state: "running", hours: 70, title: "Tidiga insatser" });
const places = [
  await rounds.registration(round.id, { employer: "Ale kommun", email: "a@example.se" }),
  await rounds.registration(round.id, { employer: "Ale kommun", email: "b@example.se" }),
  await rounds.registration(round.id, { employer: "=HYPERLINK(1)", email: "c@example.se" }),
];
const [first] = await ownerDb
  .selectFrom("session")
  .where("round_id", "=", round.id)
  .orderBy("position")
  .select("id")
  .execute();
for (const registrationId of places.slice(0, 2)) {
  const noted = { id: newId<"attendance">(), registration_id: registrationId, noted_by: "leader" as const };
  await ownerDb
    .insertInto("attendance")
    .values({ ...noted, session_id: first!.id, state: "present", noted_at: december() })
    .execute();
}
await ownerDb
  .insertInto("spread")
  .values({
    id: newId<"spread">(),
    registration_id: places[0]!,
    told_on: day("2027-11-01"),
    audience: "Arbetsplatsträffen",
    manner: "workplaceMeeting",
    reached: 1_250,
    created_at: december(),
  })
  .execute();
const words = { title: "En gemensam timme", problem: "P", content: "C", owner: "Ale kommun" };
const { id: proposalId } = await writeProposal(db, leader, december, round.id, ProposalWords.parse(words));
await publishProposal(db, leader, december, proposalId, true);
for (const [funder, amount] of [
  ["Statsbidraget", 120_000],
  ["Region Väst", 4_500],
] as const)
  await writeCost(db, leader, december, round.id, Cost.parse({ funder, purpose: "Handledning", amount }));

const address = `/cirkel/${round.slug}/rapport`;
const ask = (path: string, init: RequestInit = {}) => app.request(path, { ...init, headers: { cookie, origin: url } });
const file = async (kind: string) => Buffer.from(await (await ask(`${address}/rapport.${kind}`)).arrayBuffer());

/** What somebody reads: without tags, kinds of space and the signs that stand for others. */
function read(markup: string): string {
  const signs: Record<string, string> = { lt: "<", gt: ">", quot: '"', amp: "&", "#39": "'" };
  return markup
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&(lt|gt|quot|amp|#39);/gu, (_, sign: string) => signs[sign] ?? "")
    .replaceAll(/\s+/gu, " ")
    .trim();
}

type Rows = readonly (readonly string[])[];

/** The tables under each heading of the second level, row by row as they are read. */
function tablesIn(markup: string): Map<string, Rows> {
  const parts = markup.split(/<h2[^>]*>/u).slice(1);
  return new Map(
    parts.flatMap((part) => {
      const heading = read(part.slice(0, part.indexOf("</h2>")));
      const table = /<table[\s\S]*?<\/table>/u.exec(part)?.[0];
      if (!table) return [];
      const rows = [...table.matchAll(/<tr[\s>][\s\S]*?<\/tr>/gu)].map(([row]) =>
        [...row.matchAll(/<(t[hd])[\s>][\s\S]*?<\/\1>/gu)].map(([cell]) => read(cell)),
      );
      return [[heading, rows] as const];
    }),
  );
}

const page = await (await ask(address)).text();
/** The figures in short stand as facts beside the tables. */
const facts = [...page.matchAll(/<dt>([\s\S]*?)<\/dt>\s*<dd>([\s\S]*?)<\/dd>/gu)].map((fact) =>
  fact.slice(1).map(read),
);
const shown = new Map<string, Rows>([["I korthet", [["Uppgift", "Antal"], ...facts]], ...tablesIn(page)]);
/** The costs stand on the page with a button each, and in the files without. */
const costs = "Inskrivna kostnader";
const compared = [...shown].filter(([heading]) => heading !== costs);

/** Figures without the space between thousands, and with a dot: as a machine reads them. */
const plain = (rows: Rows) =>
  rows.map((cells) =>
    cells.map((cell) => (/^[\d ]+(?:,\d+)?$/u.test(cell) ? cell.replaceAll(" ", "").replace(",", ".") : cell)),
  );
const known = (rows: Rows) => plain(rows).map((cells) => cells.map((cell) => (cell === "okänt" ? "" : cell)));

test("the page tells what the round has come to, in tables with their pictures", () => {
  expect(compared.length).toBeGreaterThan(9);
  expect(shown.get("I korthet")).toContainEqual(["Timmar på träffar, alla deltagare", "8"]);
  expect(shown.get("Deltagare på varje träff")).toContainEqual(["fre 1 oktober 2027", "3", "2"]);
  expect(shown.get("Deltagare per kommun")).toContainEqual(["Ale kommun", "2"]);
  expect(shown.get("Kollegor som har nåtts per kommun")).toContainEqual(["Ale kommun", "1 250"]);
  expect(shown.get("Kostnad per finansieringskälla")).toEqual([
    ["Finansiär", "Kronor"],
    ["Statsbidraget", "120 000"],
    ["Region Väst", "4 500"],
  ]);
  expect(shown.get("Publicerade förslag")).toContainEqual(["En gemensam timme", "Ale kommun", "Idé"]);
  expect(page).not.toContain("Deltagare 1");
});

describe("the files say what the page says", () => {
  test("Word", async () => {
    const { value } = await mammoth.convertToHtml({ buffer: await file("docx") });
    const written = tablesIn(value);
    for (const [heading, rows] of compared) expect([heading, written.get(heading)]).toEqual([heading, rows]);
    expect(written.get(costs)).toContainEqual(["Handledning", "Region Väst", "4 500"]);
  });

  test("Excel, with figures that can be summed", async () => {
    const files = filesInZip(await file("xlsx"));
    for (const [name, text] of files) expect([name, problemInXml(text)]).toEqual([name, undefined]);
    const written = sheetsIn(files);
    for (const [heading, rows] of compared)
      expect([heading, written.get(heading.slice(0, 31).trim())]).toEqual([heading, known(rows)]);
  });

  test("CSV, where no value is worked out", async () => {
    const bytes = await file("csv");
    expect(bytes.toString("utf8")).toContain(`"'=HYPERLINK(1)"`);
    const { rows } = readTable(bytes);
    const written = rows.map(({ cells }) => [...cells.slice(0, 3), cells[3]?.replace(",", ".")]);
    const expected = compared.flatMap(([heading, [head = [], ...lines]]) =>
      known(lines).flatMap(([name = "", ...cells]) => cells.map((cell, at) => [heading, name, head[at + 1], cell])),
    );
    for (const line of expected) expect(written).toContainEqual(line);
    expect(written.filter(([area]) => area !== costs)).toHaveLength(expected.length);
  });

  test("PDF, tagged, with its title and language", async () => {
    const pdf = await getDocument({ data: new Uint8Array(await file("pdf")), verbosity: 0 }).promise;
    expect([...((await pdf.getMarkInfo()) as unknown as Iterable<unknown>)]).toContainEqual(["Marked", true]);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: "Rapport: Tidiga insatser", Language: "sv-SE" });
    const text: string[] = [];
    for (let at = 1; at <= pdf.numPages; at += 1)
      for (const item of (await (await pdf.getPage(at)).getTextContent()).items) if ("str" in item) text.push(item.str);
    const said = text.join("").replaceAll(/\s+/gu, "");
    for (const cell of compared.flatMap(([, rows]) => rows.flat())) expect(said).toContain(cell.replaceAll(" ", ""));
  });
});

/** The sheets of an Excel file by name: each row's cells as they are written. */
function sheetsIn(files: ReadonlyMap<string, string>): Map<string, string[][]> {
  const strings = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<si>([\s\S]*?)<\/si>/gu)].map(([, text]) =>
    read(text ?? ""),
  );
  const names = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(([, name]) =>
    read(name ?? ""),
  );
  return new Map(
    names.map((name, at) => {
      const sheet = files.get(`xl/worksheets/sheet${at + 1}.xml`) ?? "";
      const rows = [...sheet.matchAll(/<row [\s\S]*?<\/row>/gu)].map(([row]) => {
        const cells: string[] = [];
        for (const [, column = "", kind, inside = ""] of row.matchAll(
          /<c r="([A-Z])\d+"(?: s="\d+")?(?: t="(\w+)")?[^>]*?(?:\/>|>([\s\S]*?)<\/c>)/gu,
        )) {
          const value = read(inside);
          cells[column.codePointAt(0)! - 65] = kind === "s" ? (strings[Number(value)] ?? "") : value;
        }
        return Array.from(cells, (cell) => cell ?? "");
      });
      const width = rows[0]?.length ?? 0;
      return [name, rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill("")])];
    }),
  );
}

// An office suite is no part of the product. Where there is one, it must open the files and read the figures of the
// page. Where there is none, or not the part that opens a kind of file, the test's name says that nothing more was seen
// than the tests above have read themselves, part by part.
const folder = mkdtempSync(join(tmpdir(), "sammanvagt-office-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const office = ["soffice", "libreoffice"].find((name) => spawnSync(name, ["--version"]).status === 0);

/** What the office suite makes of a file, as text; nothing when it cannot open it. */
async function opened(name: string, content: string | Buffer, as: string): Promise<string[]> {
  if (office === undefined) return [];
  const [from, to] = [join(folder, name), join(folder, `${name}-opened`)];
  writeFileSync(from, content);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const words = [profile, "--headless", "--convert-to", as, "--outdir", to, from];
  await promisify(execFile)(office, words, { timeout: 150_000 });
  return existsSync(to) ? readdirSync(to).map((made) => readFileSync(join(to, made), "utf8")) : [];
}

const asText = "txt:Text (encoded):UTF8";
const everySheet = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1";
const opensWords = (await opened("known.txt", "Ord", "html")).length > 0;
const opensSheets = (await opened("known.csv", "a;b", "html")).length > 0;
const unseen = "no office suite here opens such files, so nothing more is seen of them than what is read above";

test(
  `as Word: ${opensWords ? "LibreOffice opens the file and reads what the page says" : unseen}`,
  { timeout: 200_000 },
  async () => {
    const [text = ""] = await opened("rapport.docx", await file("docx"), asText);
    const said = text.replaceAll(/\s+/gu, " ");
    const words = compared.flatMap(([heading, rows]) => [heading, ...rows.flat()]);
    expect(words.filter((word) => !said.includes(word))).toEqual(opensWords ? [] : words);
  },
);

test(
  `as Excel: ${opensSheets ? "LibreOffice opens the file and reads the figures of the page" : unseen}`,
  { timeout: 200_000 },
  async () => {
    const sheets = await opened("rapport.xlsx", await file("xlsx"), everySheet);
    const read = sheets
      .map((text) => readTable(Buffer.from(text)))
      .map(({ header, rows }) => JSON.stringify([header, ...rows.map(({ cells }) => cells)]));
    const missing = compared.filter(([, rows]) => !read.includes(JSON.stringify(known(rows))));
    expect(missing.map(([heading]) => heading)).toEqual(opensSheets ? [] : compared.map(([heading]) => heading));
  },
);

describe("a cost on the page", () => {
  const form = (fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return { method: "POST", body };
  };

  test("is written and taken away; what is wrong is said where it stands, with what was typed", async () => {
    const wrong = await ask(`${address}/kostnad`, form({ funder: "Bidraget", purpose: "Lokal", amount: "många" }));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="Lokal"');
    const right = await ask(`${address}/kostnad`, form({ funder: "Bidraget", purpose: "Lokal", amount: "2 000" }));
    expect(right.headers.get("location")).toBe(`${address}?klart=sparad#kostnader`);
    const { id } = await ownerDb
      .selectFrom("round_cost")
      .where("purpose", "=", "Lokal")
      .select("id")
      .executeTakeFirstOrThrow();
    const gone = await ask(`${address}/kostnad/${id}/bort`, form({}));
    expect(gone.headers.get("location")).toBe(`${address}?klart=borta#kostnader`);
    expect((await ask(`${address}/kostnad/${id}/bort`, form({}))).status).toBe(404);
  });
});

test("several rounds have one report, narrowed down by an address that can be kept", async () => {
  const all = await (await ask("/planera/rapport?ar=2027")).text();
  expect(tablesIn(all).get("Omgångarna")?.length ?? 0).toBe(0);
  await rounds.registration((await rounds.published(unit, { title: "En till" })).id);
  const two = tablesIn(await (await ask("/planera/rapport?ar=2027&serie=")).text());
  expect(two.get("Omgångarna")?.map(([title]) => title)).toEqual(["Omgång", "Tidiga insatser", "En till"]);
  expect((await ask("/planera/rapport?ar=nyss&serie=%22")).status).toBe(200);
  expect((await ask("/planera/rapport/rapport.docx?ar=2027")).headers.get("content-disposition")).toContain(
    "rapport-cirklar.docx",
  );
});
