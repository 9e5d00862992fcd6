/** Rows as a CSV file that spreadsheets here open by themselves: semicolons, every value quoted, and the byte order mark. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}
