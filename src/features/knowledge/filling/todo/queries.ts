import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** What waits where knowledge is brought in, for those who publish: how much is to be gone through, or an archive that fails. */
export type FillingWaiting =
  | { readonly kind: "candidates"; readonly count: number }
  | { readonly kind: "failing"; readonly id: HarvestSourceId; readonly name: string };

/**
 * What is to be gone through of what was brought in, as one line, and the archives that have not answered three times in a
 * row. Not for those who only write: they would be told what they need not deal with.
 */
export async function fillingToDo(db: Reader, actor: Actor): Promise<readonly FillingWaiting[]> {
  if (!actor.reach.has("knowledge:publish")) return [];
  const { rows } = await sql<{ id: HarvestSourceId | null; name: string | null; count: number }>`
    select null::uuid as id, null as name, count(*)::int as count from knowledge_candidate c
    where c.standing = 'new' and ${reachedIn(actor, "knowledge:publish", "c.organisation_id")}
    union all
    (select s.id, s.name, 1 from harvest_source s
    where s.last_problem is not null and s.failures >= 3 and not s.is_resting
      and ${reachedIn(actor, "knowledge:publish", "s.organisation_id")}
    order by s.name, s.id limit 3)`.execute(db);
  return rows.flatMap(({ id, name, count }): FillingWaiting[] => {
    if (id !== null) return [{ kind: "failing", id, name: name ?? "" }];
    return count > 0 ? [{ kind: "candidates", count }] : [];
  });
}
