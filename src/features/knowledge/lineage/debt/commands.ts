import type { Actor } from "#kernel/actor.ts";
import type { Id } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { debtsOf } from "#features/knowledge/lineage/debt/queries.ts";
import type { Looked } from "#features/knowledge/lineage/debt/debt-words.ts";
import type { TieId } from "#features/knowledge/lineage/lineage.ts";

/**
 * Says that something still stands although what it rests on was retired or says something new: somebody who keeps it has
 * looked. Said of what they looked at and nothing later: what came meanwhile is still to be seen. (R087)
 */
export function sayStands(db: Database, actor: Actor, restId: string, { versionNo, why }: Looked): Promise<void> {
  return change(db, actor, async (tx) => {
    const [debt] = await debtsOf(tx, actor, restId);
    if (!debt) throw new Refusal("not_found", "debt.nothing_to_see");
    if (debt.versionNo !== versionNo || debt.why !== why) throw new Refusal("conflict", "debt.changed_meanwhile");
    const seen = { seen_version_no: versionNo, ...(why === "retired" ? { seen_retired: true } : {}) };
    if (debt.kind === "readingList")
      await tx
        .updateTable("reading_list_item")
        .set(seen)
        .where("id", "=", restId as Id<"reading_list_item">)
        .execute();
    else
      await tx
        .updateTable("knowledge_lineage")
        .set(seen)
        .where("id", "=", restId as TieId)
        .execute();
    await record(tx, {
      by: actor,
      what: "knowledge.still_stands",
      about: debt.thingId,
      organisationId: debt.organisationId ?? undefined,
      after: { item: debt.itemSlug, version: versionNo, why },
    });
  });
}
