import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import { affected, type Eraser } from "#platform/erasures/erasures.ts";

/**
 * Takes away the names of those who were at the meetings of a round without a seat, when it has been over for as long as
 * its applications are kept. That somebody was there, and as what, can still be counted.
 */
export const eraseVisitors: Eraser = (tx, { before }) =>
  affected(
    tx,
    sql`update attendance_visitor v set name = null
      from session s
      where v.session_id = s.id and v.name is not null and (
        select max(o.date) from session o where o.round_id = s.round_id and not o.called_off) < ${dateIn(before)}`,
  );
