import { expect, test } from "vitest";
import { filesInZip, problemInXml } from "../../../test/zip.ts";
import { spreadsheetFile } from "#platform/documents/spreadsheet-file.ts";

const columns = [{ label: "Kommun" }, { label: "Deltagare", numeric: true }];

test("a spreadsheet is well-formed, with a sheet for each and names that Excel takes", async () => {
  const sheet = { columns, rows: [["Åre \u0007<&>", 12]] };
  const names = ["Kommuner: [nådda]", "En rubrik som är längre än trettioett tecken", "kommuner   nådda"];
  const bytes = await spreadsheetFile(names.map((name) => ({ name, ...sheet })));
  const files = filesInZip(bytes);
  for (const part of ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/worksheets/sheet3.xml"])
    expect([...files.keys()]).toContain(part);
  for (const [name, text] of files) expect([name, problemInXml(text)]).toEqual([name, undefined]);
  const called = [...(files.get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/gu)].map(([, n]) => n);
  expect(called).toEqual(["Kommuner   nådda", "En rubrik som är längre än tret", "kommuner   nådda 2"]);
});

test("figures are numbers, what is not known is empty, and nothing that was written is a formula", async () => {
  const rows = [
    ["=1+1", 7],
    ['=HYPERLINK("https://x.example.se")', 2.5],
    ["@SUM(A1)", null],
  ];
  const files = filesInZip(await spreadsheetFile([{ name: "Blad", columns, rows }]));
  const sheet = files.get("xl/worksheets/sheet1.xml") ?? "";
  expect(sheet).not.toContain("<f>");
  const cells = [...sheet.matchAll(/<c r="([A-Z]+\d+)"(?: s="\d+")?(?: t="(\w+)")?[^>]*>(?:<v>([^<]*)<\/v>)?/gu)];
  const kinds = Object.fromEntries(cells.map(([, at, kind = "n"]) => [at, kind]));
  expect(kinds).toMatchObject({ A2: expect.stringMatching(/^(?:s|inlineStr)$/u), B2: "n", B3: "n" });
  expect(cells.filter(([, at]) => at === "B2" || at === "B3").map(([, , , value]) => value)).toEqual(["7", "2.5"]);
});
