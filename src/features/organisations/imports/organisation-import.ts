import { retention } from "#features/privacy/retention.ts";
import { type Id, idOf } from "#kernel/ids.ts";

export const ImportId = idOf("organisation_import");
export type ImportId = Id<"organisation_import">;

/** How many days a file that was sent is kept to be looked through. */
export const daysKept = retention.sentFile.days;

/** What came of taking a file in. Rows that were right when it was looked through may have become wrong since. */
export type ImportOutcome = { readonly added: number; readonly changed: number; readonly wrong: number };
