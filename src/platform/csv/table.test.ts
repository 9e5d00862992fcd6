import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsIn, hasSlipped } from "#platform/csv/columns.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import { readTable } from "#platform/csv/table.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string) =>
  new Uint8Array([
    0xff,
    0xfe,
    ...Array.from(text, (letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]).flat(),
  ]);
const cells = (bytes: Uint8Array) => readTable(bytes).rows.map((row) => row.cells);

describe("a file is read however it was saved", () => {
  const text = "Namn;Ort\nÅsa Öberg;Ånge\n";
  test.each([
    ["UTF-8", utf8(text), "utf-8"],
    ["UTF-8 with a byte order mark, from Excel", utf8(`\uFEFF${text}`), "utf-8"],
    ["Latin-1, from an old form tool", latin1(text), "windows-1252"],
    ["UTF-16, Excel's Unicode text", utf16(text), "utf-16le"],
    ["Windows line ends", utf8(text.replaceAll("\n", "\r\n")), "utf-8"],
    ["old line ends", utf8(text.replaceAll("\n", "\r")), "utf-8"],
    ["Excel's line about the sign", utf8(`sep=;\r\n${text}`), "utf-8"],
  ])("%s", (_, bytes, encoding) => {
    const table = readTable(bytes);
    expect(table).toMatchObject({ header: ["Namn", "Ort"], encoding, delimiter: ";" });
    expect(table.rows.map((row) => row.cells)).toEqual([["Åsa Öberg", "Ånge"]]);
  });

  test.each([
    [";", "a;b,c;d"],
    [",", "a,b;c,d"],
    ["\t", "a\tb\tc"],
    ["|", "a|b|c"],
    [",", '"a;b;c;d",b'],
    [";", "a"],
  ])("parted by %j", (delimiter, first) => {
    expect(readTable(utf8(`${first}\n1`)).delimiter).toBe(delimiter);
  });
});

test("each row knows the line it begins on, past line breaks in values and empty lines", () => {
  const { rows } = readTable(utf8('a;b\r\n1;2\r\n\r\n"x\r\ny";3\r\n;\r\n\r\n6;7'));
  expect(rows).toEqual([
    { line: 2, cells: ["1", "2"] },
    { line: 4, cells: ["x\ny", "3"] },
    { line: 8, cells: ["6", "7"] },
  ]);
  expect(readTable(utf8("sep=;\na;b\n1;2")).rows).toMatchObject([{ line: 3 }]);
});

test("marks inside a value that nobody quoted are part of it", () => {
  expect(cells(utf8('a;b\n5" skärm;ja\n"sagt ""så""";nej'))).toEqual([
    ['5" skärm', "ja"],
    ['sagt "så"', "nej"],
  ]);
});

describe("what is no such file is refused in words", () => {
  test.each([
    ["an empty file", utf8(""), "platform.csv.empty"],
    ["only blank lines", utf8("\uFEFF \n;;\n"), "platform.csv.empty"],
    ["a spreadsheet", new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2]), "platform.csv.spreadsheet"],
    ["an old spreadsheet", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), "platform.csv.spreadsheet"],
    ["a PDF", utf8("%PDF-1.7\n…"), "platform.csv.not_text"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), "platform.csv.not_text"],
  ])("%s", (_, bytes, code) => {
    expect(() => readTable(bytes)).toThrow(expect.objectContaining({ kind: "invalid", code }));
  });

  test("more rows than allowed, with how many there are", () => {
    const refusal = expect.objectContaining({ code: "platform.csv.too_many_rows", details: { most: 2, rows: 3 } });
    expect(() => readTable(utf8("a\n1\n2\n3"), { rows: 2 })).toThrow(refusal);
    expect(readTable(utf8("a\n1\n2\n3"), { rows: 3 }).rows).toHaveLength(3);
  });

  test("a quotation mark that is never closed, with its line, also when it would swallow a large file", () => {
    const open = (line: number) => expect.objectContaining({ code: "platform.csv.open_quote", details: { line } });
    expect(() => readTable(utf8('a;b\n1;2\n"3;4\n5;6'))).toThrow(open(3));
    expect(() => readTable(utf8(`a;b\n1;2\n"3;4\n${"5;6\n".repeat(40_000)}`))).toThrow(open(3));
  });
});

test("what is written is read back, whatever the values hold", () => {
  const value = fc
    .tuple(fc.constantFrom("", "'", "''", "=", "'="), fc.string())
    .map((parts) => parts.join("").replaceAll("\r", "").trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constant("x"), value, value), { maxLength: 8 }), (rows) => {
      expect(cells(utf8(csvText([["a", "b", "c"], ...rows])))).toEqual(rows);
    }),
  );
});

describe("columns are found by their headings", () => {
  const names = { name: ["Namn", "För- och efternamn"], email: ["E-post", "e-postadress", "E-mail"] };
  const columns = (header: readonly string[]) => columnsIn(header, names, ["email"]);

  test("in any case and with any signs; the rest are told", () => {
    const found = columns(["Skickat", "E-POST ADRESS:", "för och efternamn", ""]);
    const row = { line: 2, cells: ["i går", "a@example.se"] };
    expect([found.value(row, "email"), found.value(row, "name"), found.unread]).toEqual([
      "a@example.se",
      "",
      ["Skickat"],
    ]);
    expect([found.has("name"), columns(["email"]).has("name")]).toEqual([true, false]);
  });

  test("a missing or doubled one is refused by name", () => {
    expect(() => columns(["Namn"])).toThrow(expect.objectContaining({ details: { headings: "E-post", count: 1 } }));
    expect(() => columns(["E-post", "email"])).toThrow(expect.objectContaining({ code: "platform.csv.column_twice" }));
  });
});

test("a row with more values than the header has slipped; empty ones at its end are harmless", () => {
  expect(hasSlipped({ line: 2, cells: ["1", "2", "3"] }, ["a", "b"])).toBe(true);
  expect(hasSlipped({ line: 2, cells: ["1", "2", "", ""] }, ["a", "b"])).toBe(false);
});

describe("a file of ours is safe in a spreadsheet", () => {
  test.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("https://x.example.se")', '\'=HYPERLINK(""https://x.example.se"")'],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"],
    ["-2+3+cmd", "'-2+3+cmd"],
    ["\t=1", "'\t=1"],
    ["+46 70-123 45 67", "+46 70-123 45 67"],
    ["-12,5", "-12,5"],
    ["Åsa = bra", "Åsa = bra"],
  ])("%j is written %j", (value, written) => {
    expect(csvText([[value]])).toBe(`\uFEFF"${written}"\r\n`);
  });

  test("and is read back as it was", () => {
    const values = ["=1+1", "+46 70-123 45 67", "'citat'", "-x", "@x"];
    expect(cells(utf8(csvText([["a", "b", "c", "d", "e"], values])))).toEqual([values]);
  });
});
