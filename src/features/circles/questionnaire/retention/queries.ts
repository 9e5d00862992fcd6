import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows } from "#platform/erasures/erasures.ts";

/** Who answered questions whose time is over, and the answers that were kept under a code until the second time. */
export const answersDue: DueRows = ({ before }) => sql`
  select a.registration_id as id
  from questionnaire_answered a join questionnaire_occasion o using (round_id, occasion)
  where o.closes_on <= ${dateIn(before)}
  union all
  select k.id
  from questionnaire_kept k join questionnaire_occasion o on o.round_id = k.round_id and o.occasion = 'after'
  where o.closes_on <= ${dateIn(before)}`;
