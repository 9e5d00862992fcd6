import { Refusal } from "#kernel/refusal.ts";
import type { TableRow } from "#platform/csv/table.ts";
import { startsWith } from "#platform/files/decoded-text.ts";
import { type PackedPart, packedParts, unfolded, unfoldsWithin } from "#platform/files/packed-file.ts";

/** A sheet of a spreadsheet as it was read: the rows that hold something, each with its number and its values as text. */
export type ReadSheet = { readonly name: string; readonly rows: readonly TableRow[] };

/** As far as a packed spreadsheet may unfold. */
const largestUnpacked = 50 * 1024 * 1024;
const mostSheets = 30;
const mostColumns = 200;

/** Whether some bytes are a packed file, as spreadsheets of our time are. */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]);
}

/**
 * Reads the sheets of a spreadsheet (.xlsx) as a program shows them, as text: what a formula came to and not the formula.
 * Nothing in the file is run. Refuses what is no such file, what would unfold beyond reason, and more rows than allowed.
 */
export async function spreadsheetSheets(
  bytes: Uint8Array,
  limit: { readonly rows: number },
): Promise<readonly ReadSheet[]> {
  const parts = packedParts(bytes);
  const fits = parts && (await unfoldsWithin(bytes, parts, largestUnpacked).catch(() => undefined));
  if (!parts || fits === undefined) throw unreadable();
  if (!fits) throw new Refusal("invalid", "platform.file.too_large", { megabytes: 10 });
  const text = textsOf(bytes, parts);
  const workbook = await text("xl/workbook.xml");
  if (workbook === undefined) throw unreadable();
  const targets = new Map(
    elements(await text("xl/_rels/workbook.xml.rels"), "Relationship").map(({ attributes }) => [
      attributes["Id"],
      (attributes["Target"] ?? "").replace(/^\/xl\//u, ""),
    ]),
  );
  const shared = elements(await text("xl/sharedStrings.xml"), "si").map(({ inner }) => textIn(inner));
  const sheets: ReadSheet[] = [];
  for (const { attributes } of elements(workbook, "sheet").slice(0, mostSheets)) {
    const sheet = await text(`xl/${targets.get(attributes["r:id"] ?? attributes["id"]) ?? ""}`);
    if (sheet !== undefined) sheets.push({ name: attributes["name"] ?? "", rows: rowsOf(sheet, shared, limit.rows) });
  }
  return sheets.filter(({ rows }) => rows.length > 0);
}

function textsOf(bytes: Uint8Array, parts: readonly PackedPart[]) {
  return async (name: string): Promise<string | undefined> => {
    const part = parts.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!part) return undefined;
    const content = await unfolded(bytes, part, largestUnpacked).catch(() => undefined);
    if (content === undefined) throw unreadable();
    return content.toString("utf8");
  };
}

function rowsOf(sheet: string, shared: readonly string[], most: number): TableRow[] {
  const rows: TableRow[] = [];
  let line = 0;
  for (const { attributes, inner } of elements(sheet, "row")) {
    line = Number(attributes["r"]) || line + 1;
    const cells: string[] = [];
    for (const cell of elements(inner, "c")) {
      const at = columnOf(cell.attributes["r"]) ?? cells.length;
      if (at >= mostColumns) continue;
      while (cells.length < at) cells.push("");
      cells[at] = valueOf(cell, shared).trim();
    }
    if (cells.every((cell) => cell === "")) continue;
    if (rows.length === most)
      throw new Refusal("invalid", "platform.csv.too_many_rows", { most, rows: elements(sheet, "row").length });
    rows.push({ line, cells });
  }
  return rows;
}

function valueOf({ attributes, inner }: Element, shared: readonly string[]): string {
  if (attributes["t"] === "inlineStr") return textIn(inner);
  const value = elements(inner, "v")[0]?.inner ?? "";
  switch (attributes["t"]) {
    case "s":
      return shared[Number(value)] ?? "";
    case "e":
      return "";
    default:
      return plain(value);
  }
}

/** Which column "BC12" stands in, from nought. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d/u.exec(place ?? "")?.[1];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The text of a value that may be in pieces, without how it is read aloud in Japanese. */
function textIn(inner: string): string {
  const said = inner.replaceAll(/<(?:\w+:)?rPh\b[^]*?<\/(?:\w+:)?rPh>/gu, "");
  return elements(said, "t")
    .map((piece) => plain(piece.inner))
    .join("");
}

type Element = { readonly attributes: Readonly<Record<string, string>>; readonly inner: string };

/** The elements of a name, with or without a prefix. Spreadsheets are written by programs: no element holds its like. */
function elements(xml: string | undefined, name: string): Element[] {
  const found = new RegExp(`<(?:\\w+:)?${name}((?:\\s[^<>]*?)?)(?:/>|>([^]*?)</(?:\\w+:)?${name}>)`, "gu");
  return [...(xml ?? "").matchAll(found)].map(([, written = "", inner = ""]) => ({
    attributes: Object.fromEntries(
      [...written.matchAll(/([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(([, key = "", double, single]) => [
        key,
        plain(double ?? single ?? ""),
      ]),
    ),
    inner,
  }));
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function plain(xml: string): string {
  return xml
    .replaceAll(
      /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return named[name] ?? whole;
        const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : "";
      },
    )
    .replaceAll(/_x([\dA-F]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("\r\n", "\n")
    .replaceAll("\u0000", "");
}

function unreadable(): Refusal {
  return new Refusal("invalid", "platform.file.unreadable");
}
