/** What a spreadsheet takes for a formula; a number or a telephone number with its sign is none. */
const formula = /^(?![+-]?[\d\s()/.,-]+$)[=+\-@\t\r]/u;
const sign = "'";

/**
 * Rows as a CSV file that spreadsheets here open by themselves: semicolons, every value quoted, and the byte order mark.
 * A value that a spreadsheet would work out, such as `=HYPERLINK(…)`, stands behind a sign that makes it text.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => `"${asText(cell).replaceAll('"', '""')}"`).join(";"));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}

/** A value as it was before `csvText` wrote it, when a file of ours comes back. */
export function asItWas(cell: string): string {
  return cell.startsWith(sign) && formula.test(unsigned(cell)) ? cell.slice(sign.length) : cell;
}

/** Whatever stands behind signs gets one more, so that taking one away always gives the value that was. */
function asText(cell: string): string {
  return formula.test(unsigned(cell)) ? `${sign}${cell}` : cell;
}

function unsigned(cell: string): string {
  return cell.replace(/^'+/u, "");
}
