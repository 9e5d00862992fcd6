import { Refusal } from "#kernel/refusal.ts";
import type { TableRow } from "#platform/csv/table.ts";

/** What a column may be called in a file: its own name and others, in any language and spelling of case and signs. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

export type Columns<Column extends string> = {
  /** The value of a row in a column; empty when the file has no such column or the row is short. */
  readonly value: (row: TableRow, column: Column) => string;
  readonly has: (column: Column) => boolean;
  /** Headings that mean nothing here: shown, so that nobody believes they were read. */
  readonly unread: readonly string[];
};

/**
 * Finds a file's columns by their headings: "E-post", "e-postadress" and "Email" may mean the same.
 * Refuses a file that lacks a column it must have, or has two for the same thing.
 */
export function columnsIn<Column extends string>(
  header: readonly string[],
  names: ColumnNames<Column>,
  required: readonly NoInfer<Column>[],
): Columns<Column> {
  const columns = Object.entries(names) as [Column, readonly string[]][];
  const meant = new Map(
    columns.flatMap(([column, called]) => [column, ...called].map((name) => [folded(name), column])),
  );
  const places = new Map<Column, number>();
  const unread: string[] = [];
  for (const [place, heading] of header.entries()) {
    const column = meant.get(folded(heading));
    if (column && places.has(column)) throw new Refusal("invalid", "platform.csv.column_twice", { heading });
    if (column) places.set(column, place);
    else if (heading !== "") unread.push(heading);
  }

  const missing = required.filter((column) => !places.has(column)).map((column) => names[column][0] ?? column);
  if (missing.length > 0) {
    throw new Refusal("invalid", "platform.csv.column_missing", {
      headings: missing.join(", "),
      count: missing.length,
    });
  }
  return {
    value: (row, column) => row.cells[places.get(column) ?? -1] ?? "",
    has: (column) => places.has(column),
    unread,
  };
}

/** Whether a row holds more values than the header has names: most often a sign inside a value that was not quoted. */
export function hasSlipped(row: TableRow, header: readonly string[]): boolean {
  return row.cells.slice(header.length).some((cell) => cell !== "");
}

function folded(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
