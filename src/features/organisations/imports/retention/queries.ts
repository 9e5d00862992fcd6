import { sql } from "kysely";
import type { DueRows } from "#platform/erasures/erasures.ts";

/** Files of organisations that were sent to be looked through, when their days are over. */
export const sentFilesDue: DueRows = ({ now }) => sql`select id from organisation_import where delete_after <= ${now}`;
