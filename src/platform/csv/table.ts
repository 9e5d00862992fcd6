import { CsvError, parse } from "csv-parse/sync";
import { Refusal } from "#kernel/refusal.ts";
import { asItWas } from "#platform/csv/csv-text.ts";
import { decodedText, type Encoding, isBinary, startsWith } from "#platform/files/decoded-text.ts";

/** One row of a file: the line it begins on, as the file is numbered in a text editor, and its values, trimmed. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] };

export type Delimiter = ";" | "," | "\t" | "|";

/** A CSV file as it was read: nothing is checked yet but that it is one. */
export type Table = {
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
};

/** A file of 50,000 rows fits with room to spare. */
export const mostRows = 50_000;
const largestCell = 100_000;

/**
 * Reads a file of rows as spreadsheets and form tools save it: semicolon, comma, tab or bar; UTF-8, UTF-16 or
 * Windows-1252; with or without byte order mark and Excel's `sep=` line; quoted values may hold line breaks.
 *
 * Rows may be shorter or longer than the header: that is for whoever knows what the columns mean. Empty lines are
 * passed over. Refuses what is no such file: a spreadsheet, a picture, an empty file, more rows than allowed, and a
 * quotation mark that is never closed, with the line where it stands.
 */
export function readTable(bytes: Uint8Array, limit: { readonly rows: number } = { rows: mostRows }): Table {
  if (startsWith(bytes, zip) || startsWith(bytes, oldExcel)) throw new Refusal("invalid", "platform.csv.spreadsheet");
  if (isBinary(bytes)) throw new Refusal("invalid", "platform.csv.not_text");

  const { text: decoded, encoding } = decodedText(bytes);
  const unmarked = decoded.replaceAll(/\r\n?/gu, "\n");
  const [told, saidDelimiter] = /^sep=([;,\t|])\n/iu.exec(unmarked) ?? [""];
  const text = unmarked.slice(told.length);
  const delimiter = (saidDelimiter as Delimiter | undefined) ?? delimiterOf(text);

  const [header, ...rows] = rowsOf(text, delimiter, told === "" ? 0 : 1);
  if (!header) throw new Refusal("invalid", "platform.csv.empty");
  if (rows.length > limit.rows)
    throw new Refusal("invalid", "platform.csv.too_many_rows", { most: limit.rows, rows: rows.length });
  return { header: header.cells, rows, encoding, delimiter };
}

const zip = [0x50, 0x4b, 0x03, 0x04];
const oldExcel = [0xd0, 0xcf, 0x11, 0xe0];

function rowsOf(text: string, delimiter: Delimiter, before: number): TableRow[] {
  const rows: TableRow[] = [];
  let last = 0;
  const keep = (cells: string[], { lines }: { lines: number }) => {
    const line = last + 1 + before;
    last = lines;
    if (cells.some((cell) => cell !== "")) rows.push({ line, cells: cells.map(asItWas) });
    return null;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      on_record: keep,
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      max_record_size: largestCell,
    });
  } catch (error) {
    // What the reader can stumble over once it takes any number of values and stray marks: a quote that runs on.
    if (error instanceof CsvError) throw new Refusal("invalid", "platform.csv.open_quote", { line: last + 1 + before });
    throw error;
  }
  return rows;
}

/** The sign that parts the values: the one that stands most often in the first line, quoted text apart. */
function delimiterOf(text: string): Delimiter {
  const [first = ""] = text.trimStart().split("\n", 1);
  const bare = first.replaceAll(/"[^"]*"/gu, "");
  const count = (sign: string) => bare.split(sign).length - 1;
  return ([";", ",", "\t", "|"] as const).reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
