import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import type { ItemId, Usefulness } from "#features/knowledge/item/item.ts";
import { countsShown, type FeedbackCounts } from "#features/knowledge/item/feedback/feedback-words.ts";

/** What readers have said of an item: one's own answer, and how many said what when enough have. */
export type FeedbackOfItem = {
  readonly own: { readonly wasUseful: Usefulness; readonly said: string | null } | null;
  /** Null: fewer than five have answered. */
  readonly counts: FeedbackCounts | null;
};

/** What readers have said of an item, as somebody may see it. */
export async function feedbackOf(db: Reader, { personId }: Actor, itemId: ItemId): Promise<FeedbackOfItem> {
  const [own, counts] = await Promise.all([
    personId
      ? db
          .selectFrom("knowledge_feedback")
          .where("item_id", "=", itemId)
          .where("person_id", "=", personId)
          .select(["was_useful as wasUseful", "said"])
          .executeTakeFirst()
      : undefined,
    db
      .selectFrom("knowledge_feedback")
      .where("item_id", "=", itemId)
      .select([
        sql<number>`count(*) filter (where was_useful = 'yes')::int`.as("yes"),
        sql<number>`count(*) filter (where was_useful = 'partly')::int`.as("partly"),
        sql<number>`count(*) filter (where was_useful = 'no')::int`.as("no"),
      ])
      .executeTakeFirstOrThrow(),
  ]);
  return { own: own ?? null, counts: countsShown(counts) };
}

/** What readers have added in their own words, for those who keep the item, without who said it; from five answers. */
export async function feedbackSaid(db: Reader, actor: Actor, itemId: ItemId): Promise<readonly string[]> {
  const { counts } = await feedbackOf(db, actor, itemId);
  if (!counts) return [];
  const rows = await db
    .selectFrom("knowledge_feedback")
    .where("item_id", "=", itemId)
    .where("said", "is not", null)
    // Not in the order they came: the latest would be whoever was just here.
    .orderBy("said")
    .limit(100)
    .select("said")
    .execute();
  return rows.flatMap(({ said }) => said ?? []);
}
