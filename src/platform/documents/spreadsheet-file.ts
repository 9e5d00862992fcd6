import writeExcelFile, { type Cell } from "write-excel-file/node";

/** One sheet of a spreadsheet: the first row names the columns. Nothing known is an empty cell. */
export type WrittenSheet = {
  readonly name: string;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean | undefined }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

export const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Sheets as an Excel file (.xlsx): figures are numbers that can be summed, and words are words also when they begin as
 * a formula does, because each cell says which it is.
 */
export async function spreadsheetFile(sheets: readonly WrittenSheet[]): Promise<Buffer> {
  const names = sheetNames(sheets);
  return writeExcelFile(
    sheets.map(({ columns, rows }, at) => ({
      sheet: names[at] ?? "",
      stickyRowsCount: 1,
      columns: columns.map(({ label, numeric }) => ({ width: numeric ? Math.max(12, label.length + 2) : 42 })),
      data: [
        columns.map(({ label, numeric }): Cell => ({
          value: clean(label),
          type: String,
          fontWeight: "bold",
          align: numeric ? "right" : "left",
        })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
    { fontFamily: "Calibri", fontSize: 11 },
  ).toBuffer();
}

function cellOf(value: string | number | null): Cell {
  if (value === null || value === "") return null;
  return typeof value === "number"
    ? { value, type: Number, format: Number.isInteger(value) ? "#,##0" : "#,##0.0" }
    : { value: clean(value), type: String, wrap: true, alignVertical: "top" };
}

/** What Excel takes as names: at most 31 signs, some of them not allowed, and no two alike. */
function sheetNames(sheets: readonly WrittenSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const bare = clean(name)
      .replaceAll(/[[\]:*?/\\']/gu, " ")
      .slice(0, 31)
      .trim();
    let own = bare;
    for (let next = 2; taken.has(own.toLowerCase()); next += 1) own = `${bare.slice(0, 28)} ${next}`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** XML has no way to write most control characters. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "");
}
