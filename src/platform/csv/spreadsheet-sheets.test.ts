import { expect, test } from "vitest";
import { spreadsheetSheets } from "#platform/csv/spreadsheet-sheets.ts";
import { spreadsheetFile } from "#platform/documents/spreadsheet-file.ts";
import { zipOf } from "../../../test/zip.ts";

const limit = { rows: 100 };

test("a spreadsheet of ours is read back, sheet by sheet, whatever the cells hold", async () => {
  const columns = [{ label: "Fråga & svar" }, { label: "Antal", numeric: true }];
  const rows = [
    ["=1+1", 7],
    ['Åsa <b>\nsa "så"', 2.5],
    ["", null],
    ["sist", null],
  ];
  const bytes = await spreadsheetFile([
    { name: "Svar", columns, rows },
    { name: "Ännu ett", columns, rows: [] },
  ]);
  const [first, second, ...more] = await spreadsheetSheets(new Uint8Array(bytes), limit);
  expect(first).toEqual({
    name: "Svar",
    rows: [
      { line: 1, cells: ["Fråga & svar", "Antal"] },
      { line: 2, cells: ["=1+1", "7"] },
      { line: 3, cells: ['Åsa <b>\nsa "så"', "2.5"] },
      { line: 5, cells: ["sist"] },
    ],
  });
  expect([second?.name, second?.rows.length, more]).toEqual(["Ännu ett", 1, []]);
});

test("one with prefixes, text in pieces, gaps between cells and what formulas came to is read as it is shown", async () => {
  const bytes = zipOf({
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<x:workbook><x:sheets><x:sheet name="Röster" sheetId="1" r:id="rId7"/></x:sheets></x:workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Target="/xl/worksheets/sheet1.xml" Id="rId7"/></Relationships>`,
    "xl/sharedStrings.xml": `<x:sst><x:si><x:t>Hel</x:t></x:si><x:si><x:r><x:t xml:space="preserve">i </x:t></x:r><x:r><x:t>delar&#10;ja</x:t></x:r><x:rPh><x:t>dold</x:t></x:rPh></x:si></x:sst>`,
    "xl/worksheets/sheet1.xml": `<x:worksheet><x:cols><x:col/></x:cols><x:sheetData><x:row r="4"><x:c r="A4" t="s"><x:v>1</x:v></x:c><x:c r="C4"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="D4" t="e"><x:v>#N/A</x:v></x:c></x:row><x:row r="5"/><x:row><x:c t="inlineStr"><x:is><x:t>Rad</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  expect(await spreadsheetSheets(bytes, limit)).toEqual([
    {
      name: "Röster",
      rows: [
        { line: 4, cells: ["i delar\nja", "", "2", ""] },
        { line: 6, cells: ["Rad"] },
      ],
    },
  ]);
});

test("what is no spreadsheet, and one with more rows than are taken, is refused in words", async () => {
  const word = zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" });
  await expect(spreadsheetSheets(word, limit)).rejects.toMatchObject({ code: "platform.file.unreadable" });
  await expect(spreadsheetSheets(word.subarray(0, 40), limit)).rejects.toMatchObject({ kind: "invalid" });
  const rows = Array.from({ length: 5 }, () => ["svar"]);
  const large = new Uint8Array(await spreadsheetFile([{ name: "Svar", columns: [{ label: "Fråga" }], rows }]));
  await expect(spreadsheetSheets(large, { rows: 3 })).rejects.toMatchObject({
    code: "platform.csv.too_many_rows",
    details: { most: 3, rows: 6 },
  });
});
