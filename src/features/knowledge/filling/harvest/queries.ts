import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";

/**
 * The archives it is time to ask: those whose day, week or month has come round, those that have never been asked, and
 * those where a harvest was broken off and may go on.
 */
export async function harvestsDue(db: Reader, now: Temporal.Instant): Promise<HarvestSourceId[]> {
  const { rows } = await sql<{ id: HarvestSourceId }>`
    select id from harvest_source
    where not is_resting
      and (held_until is null or held_until < ${now})
      and (rests_until is null or rests_until <= ${now})
      and (began_at is not null or last_ended_at is null
        or last_ended_at + case every when 'day' then interval '1 day' when 'week' then interval '7 days'
          else interval '1 month' end <= ${now}::timestamptz + interval '1 hour')
    order by id
    limit 200`.execute(db);
  return rows.map(({ id }) => id);
}
