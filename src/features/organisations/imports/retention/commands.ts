import { sql } from "kysely";
import { affected, type Eraser } from "#platform/erasures/erasures.ts";
import { sentFilesDue } from "#features/organisations/imports/retention/queries.ts";

/** Throws away the files of organisations that were sent to be looked through. */
export const eraseSentFiles: Eraser = (tx, time) =>
  affected(tx, sql`delete from organisation_import where id in (${sentFilesDue(time)})`);
