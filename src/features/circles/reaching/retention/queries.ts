import { sql } from "kysely";
import type { DueRows } from "#platform/erasures/erasures.ts";

/** What was written to many at once, long ago, with whom it was for. */
export const mailingsDue: DueRows = ({ before }) => sql`
  select m.id
  from round_mailing m
  where m.written_at < ${before} and exists (select from round_mailing_receiver w where w.mailing_id = m.id)`;

/** Contact persons to whom nothing has been sent for long. */
export const contactsDue: DueRows = ({ before }) => sql`
  select d.id
  from dispatch_contact d
  where d.added_at < ${before} and not exists (
    select from round_mailing_receiver w where w.email = d.email and w.posted_at >= ${before})`;
