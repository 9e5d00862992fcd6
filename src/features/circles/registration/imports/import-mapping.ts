import { retention } from "#features/privacy/retention.ts";
import { z } from "zod";
import { OneLine } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { importFields, largestPlace } from "#features/circles/registration/imports/import-columns.ts";
import { sectors, YesOrNo, writtenDownWays } from "#features/circles/registration/registration.ts";

/** A file of applications that somebody has sent. */
export const ImportFileId = idOf("import_file");
export type ImportFileId = Id<"import_file">;

/** How many days a file is kept that was sent to be looked through. */
export const daysKept = retention.sentFile.days;

const Place = z.coerce.number().int().min(0).max(largestPlace);

/**
 * How the columns of a file are to be understood: which gives which answer, what holds for every row where no column
 * says it, and how the applications came in. Proposed from the headings, put right by a person.
 */
export const ImportMapping = z.strictObject({
  columns: z.partialRecord(z.enum(importFields), Place).default({}),
  /** Which column says whether somebody meets a rule of the round. */
  rules: z.record(idOf("eligibility_rule"), Place).default({}),
  same: z
    .strictObject({
      employer: OneLine(160).optional(),
      workplace: OneLine(160).optional(),
      profession: OneLine(120).optional(),
      sector: z.enum(sectors).optional(),
    })
    .default({}),
  way: z.enum(writtenDownWays).default("otherForm"),
  /** "The form asked that it was settled with the manager." */
  managerDeclared: YesOrNo.optional(),
});
export type ImportMapping = z.output<typeof ImportMapping>;
