import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { Feedback } from "#features/knowledge/item/feedback/feedback-words.ts";
import { publishedItem } from "#features/knowledge/item/queries.ts";

/** Says whether an item was of use: one answer each, which may be changed. The log does not tell what was answered. (R143) */
export function giveFeedback(db: Database, actor: Actor, now: Clock, slug: string, wish: Feedback): Promise<void> {
  return change(db, actor, async (tx) => {
    const { item, personId } = await mayAnswer(tx, actor, slug);
    const before = await tx
      .selectFrom("knowledge_feedback")
      .where("item_id", "=", item.id)
      .where("person_id", "=", personId)
      .select(["was_useful as wasUseful", "said"])
      .executeTakeFirst();
    if (before?.wasUseful === wish.wasUseful && before.said === wish.said) return markRecorded(tx);
    const said = { was_useful: wish.wasUseful, said: wish.said, given_on: dateIn(now()) };
    await tx
      .insertInto("knowledge_feedback")
      .values({ id: newId<"knowledge_feedback">(), item_id: item.id, person_id: personId, ...said })
      .onConflict((conflict) => conflict.columns(["item_id", "person_id"]).doUpdateSet(said))
      .execute();
    await record(tx, { by: actor, what: "knowledge.feedback_given", about: item.id });
  });
}

/** Takes back what one has answered. */
export function takeBackFeedback(db: Database, actor: Actor, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const { item, personId } = await mayAnswer(tx, actor, slug);
    const { numDeletedRows } = await tx
      .deleteFrom("knowledge_feedback")
      .where("item_id", "=", item.id)
      .where("person_id", "=", personId)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return markRecorded(tx);
    await record(tx, { by: actor, what: "knowledge.feedback_taken_back", about: item.id });
  });
}

async function mayAnswer(tx: Tx, { personId }: Actor, slug: string) {
  const published = await publishedItem(tx, slug);
  if (!published) throw new Refusal("not_found", "item.no_such_item");
  if (personId === undefined) throw new Refusal("forbidden", "web.signed_out");
  return { item: published.item, personId };
}
