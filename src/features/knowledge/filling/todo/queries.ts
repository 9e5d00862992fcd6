import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { candidatesWaiting } from "#features/knowledge/filling/candidate/queries.ts";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** What waits for somebody where knowledge is brought in: what is to be gone through, and archives that do not answer. */
export async function fillingToDo(db: Reader, actor: Actor) {
  if (!actor.reach.has("knowledge:publish")) return { waiting: 0, failing: [] };
  const [waiting, { rows: failing }] = await Promise.all([
    candidatesWaiting(db, actor),
    sql<{ id: HarvestSourceId; name: string }>`
      select id, name from harvest_source
      where last_problem is not null and failures >= 3 and not is_resting
        and ${reachedIn(actor, "knowledge:publish", "organisation_id")}
      order by name, id limit 3`.execute(db),
  ]);
  return { waiting, failing };
}
