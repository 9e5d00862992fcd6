/**
 * Reads comma-separated text (RFC 4180) into one record a row, named by the first row. Quoted values may hold
 * commas, quotes written twice, and line breaks. Refuses a row with another number of values than the first has:
 * a reference file that has slipped must not be half-read.
 */
export function recordsOf(text: string): Record<string, string>[] {
  const [names = [], ...rows] = rowsOf(text.replace(/^\uFEFF/u, ""));
  return rows.map((row, index) => {
    if (row.length !== names.length)
      throw new Error(`Row ${index + 2} has ${row.length} values, the first row has ${names.length}.`);
    return Object.fromEntries(names.map((name, column) => [name, row[column] ?? ""]));
  });
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(value)) {
    row.push(quoted === undefined ? (plain ?? "") : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

/** One value, quoted or plain, and what ends it: a comma, a line, or the text. */
const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu;
