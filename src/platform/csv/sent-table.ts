import type { Context } from "hono";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import { readTable } from "#platform/csv/table.ts";
import { checked, checkedForm, type Filled } from "#platform/web/form.ts";

/** Which rows of a sent file are taken in: all that are right, or those of them on chosen lines. */
export const ChosenRows = z.strictObject({
  lines: z.array(z.int().min(1).max(1_000_000)).min(1).max(50_000).optional(),
});
export type ChosenRows = z.output<typeof ChosenRows>;

/** The choice as a form makes it: all that are right, or the lines that were ticked. */
const ChoiceForm = z.strictObject({
  which: z.enum(["all", "chosen"]),
  lines: z
    .union([z.string(), z.array(z.string())])
    .transform((ticked) => [ticked].flat().map(Number))
    .optional(),
});

/** The rows somebody chose in a form. Refuses a choice of no row. */
export function rowsChosen(filled: Filled): ChosenRows {
  const { which, lines } = checkedForm(ChoiceForm, filled);
  if (which === "all") return {};
  if (lines === undefined) throw new Refusal("invalid", "platform.csv.none_chosen");
  return checked(ChosenRows, { lines });
}

/** The file somebody chose in a form, in the field `file`. Refuses a form without one. */
export async function fileChosen({ files }: Filled): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = files["file"];
  if (file) return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  const problem = { path: "file", code: "platform.csv.no_file" } as const;
  throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [problem]);
}

/** What is wrong with a row, in words, by the line it begins on. */
type WrongRow = { readonly line: number; readonly said: string };

/** The wrong rows of a sent file as a file of their own, with what is wrong in a last column: to put right and send. */
export function wrongRowsFile(c: Context, content: Uint8Array, heading: string, wrong: readonly WrongRow[]): Response {
  const { header, rows } = readTable(content);
  const cells = new Map(rows.map((row) => [row.line, row.cells]));
  const lines = wrong.map(({ line, said }) => [...header.map((_, place) => cells.get(line)?.[place] ?? ""), said]);
  return c.body(csvText([[...header, heading], ...lines]), 200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="fel.csv"',
    "cache-control": "no-store",
  });
}
