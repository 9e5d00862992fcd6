import { sql } from "kysely";
import { dateIn } from "#kernel/clock.ts";
import type { DueRows } from "#platform/erasures/erasures.ts";

/**
 * Postal addresses in rounds that have sent their last post so long ago: the dispatch that is said to be the last is
 * sent, and nothing is sent, or meant to be, after it.
 */
export const postalAddressesDue: DueRows = ({ before }) => sql`
  select x.registration_id
  from registration_extra x join registration r on r.id = x.registration_id
  where x.postal_address is not null and exists (
    select from postal_dispatch d
    where d.round_id = r.round_id and d.is_last and d.sent_on <= ${dateIn(before)} and not exists (
      select from postal_dispatch o
      where o.round_id = d.round_id and o.id <> d.id and (o.sent_on is null or o.sent_on > d.sent_on)))`;
