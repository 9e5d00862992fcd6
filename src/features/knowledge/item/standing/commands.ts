import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { lockItem, nextVersionOf, recordItem } from "#features/knowledge/item/locking/commands.ts";
import { restingMailJob } from "#features/knowledge/lineage/lineage-jobs.ts";
import { mustBeReviewDay } from "#features/knowledge/item/review/commands.ts";
import { type Retirement, slugIn, type StillHolds } from "#features/knowledge/item/standing/standing-words.ts";

/**
 * Says that an item is not to be followed any more, why, and what to read instead. It can still be read, clearly marked,
 * and whoever rests something on it is told.
 */
export function retireItem(db: Database, actor: Actor, now: Clock, slug: string, wish: Retirement): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "retire");
    const { item } = inside;
    if (item.retiredAt) throw new Refusal("conflict", "item_standing.is_retired");
    const replacedBy = wish.readInstead ? await itemToRead(tx, item.id, wish.readInstead) : null;
    await nextVersionOf(tx, item.id, { retired_at: now(), retired_reason: wish.reason, replaced_by: replacedBy });
    const { id: itemId, version: time } = item;
    await enqueue(tx, restingMailJob, { itemId, what: "retired", time, byId: actor.personId ?? null });
    await recordItem(tx, actor, inside, "knowledge.item_retired", { after: { reason: wish.reason, replacedBy } });
  });
}

/** Takes back that an item was retired. */
export function restoreItem(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "retire");
    const { item } = inside;
    if (!item.retiredAt) throw new Refusal("conflict", "item_standing.is_not_retired");
    await nextVersionOf(tx, item.id, { retired_at: null, retired_reason: null, replaced_by: null });
    // Retired once more, it is to be seen once more.
    await tx.updateTable("knowledge_lineage").set({ seen_retired: false }).where("item_id", "=", item.id).execute();
    await tx.updateTable("reading_list_item").set({ seen_retired: false }).where("item_id", "=", item.id).execute();
    await recordItem(tx, actor, inside, "knowledge.item_restored", { before: { reason: item.retiredReason } });
  });
}

/** Says that an item was looked over and still holds, until a new day. Its words stay as they are. */
export function sayStillHolds(db: Database, actor: Actor, now: Clock, slug: string, wish: StillHolds): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockItem(tx, actor, now, slug, "retire");
    const { item, version } = inside;
    if (item.retiredAt) throw new Refusal("conflict", "item_standing.is_retired");
    mustBeReviewDay(wish.reviewDue, now);
    await nextVersionOf(tx, item.id, { review_due: wish.reviewDue });
    if (wish.link && version.link)
      await tx
        .updateTable("knowledge_version")
        .set({ link_checked_on: dateIn(now()), link_is_broken: wish.link === "broken" })
        .where("id", "=", version.id)
        .execute();
    await recordItem(tx, actor, inside, "knowledge.item_still_holds", {
      before: { reviewDue: item.reviewDue?.toString() ?? null },
      after: { reviewDue: wish.reviewDue.toString(), link: wish.link },
    });
  });
}

/** The published item somebody means by an address; another than the one it is to be read instead of. */
async function itemToRead(tx: Tx, retiredId: ItemId, written: string): Promise<ItemId> {
  const found = await tx
    .selectFrom("knowledge_item as i")
    .innerJoin("knowledge_version as v", (join) => join.onRef("v.item_id", "=", "i.id").on("v.state", "=", "published"))
    .where("i.slug", "=", slugIn(written))
    .where("i.retired_at", "is", null)
    .select("i.id")
    .executeTakeFirst();
  if (!found || found.id === retiredId)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "readInstead", code: "item_standing.no_such_item_to_read" },
    ]);
  return found.id;
}
