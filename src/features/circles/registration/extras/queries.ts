import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows } from "#platform/erasures/erasures.ts";

/** What was asked for one purpose only and whose day has come, in rounds that meet no more. */
export const extrasDue: DueRows = ({ now }) => sql`
  select x.registration_id
  from registration_extra x join registration r on r.id = x.registration_id
  where x.delete_after <= ${dateIn(now)} and not exists (
    select from session s where s.round_id = r.round_id and not s.called_off and s.date >= ${dateIn(now)})`;
