import { sql } from "kysely";
import { affected, type Eraser, type OrganisationDueTime } from "#platform/erasures/erasures.ts";
import { visitorsDue } from "#features/circles/attendance/retention/queries.ts";

/**
 * Takes away the names of those who were at the meetings of a round without a seat, when it has been over for as long as
 * its applications are kept. That somebody was there, and as what, can still be counted.
 */
export const eraseVisitors: Eraser<OrganisationDueTime> = (tx, time) =>
  affected(tx, sql`update attendance_visitor set name = null where id in (${visitorsDue(time)})`);
