import { retention } from "#features/privacy/retention.ts";
import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";

export const ImportId = idOf("organisation_import");
export type ImportId = Id<"organisation_import">;

/** Which rows are taken in: all that are right, or those on some lines. */
export const Choice = z.strictObject({
  lines: z.array(z.int().min(1)).min(1).max(50_000).optional(),
});
export type Choice = z.output<typeof Choice>;

/** The choice as the form makes it: all that are right, or the rows that were ticked. */
export const ChoiceForm = z.strictObject({
  which: z.enum(["all", "chosen"]),
  lines: z
    .union([z.string(), z.array(z.string())])
    .transform((ticked) => [ticked].flat().map(Number))
    .optional(),
});

/** How many days a file that was sent is kept to be looked through. */
export const daysKept = retention.sentFile.days;

/** What came of taking a file in. Rows that were right when it was looked through may have become wrong since. */
export type ImportOutcome = { readonly added: number; readonly changed: number; readonly wrong: number };
