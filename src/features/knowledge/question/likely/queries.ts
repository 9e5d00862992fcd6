import type { Actor } from "#kernel/actor.ts";
import type { Database } from "#platform/database/database.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { type ListedItem, publishedLines } from "#features/knowledge/item/listing/queries.ts";
import { idsOf } from "#features/knowledge/search/found.ts";
import { runningSearch } from "#features/knowledge/search/running/queries.ts";
import { askedText, namesSomebody } from "#features/knowledge/search/search-wish.ts";

/** What is found so much worse than the best is no likely answer. */
const leastOfBest = 0.4;

/**
 * Published knowledge that may answer what somebody asks, the likeliest first and none that is not to be followed any
 * more. Found as the search finds it; nothing is remembered of what was asked.
 */
export async function likelyAnswers(
  db: Database,
  actor: Actor,
  today: Temporal.PlainDate,
  words: string,
  limit = 5,
): Promise<ListedItem[]> {
  const q = askedText(words);
  if (q.length < 3 || namesSomebody(q)) return [];
  const { index, mayRead } = await runningSearch(db).openTo(actor, today);
  const { hits } = index.search(q, { mayRead: (id) => id.startsWith("item:") && mayRead(id), limit: 2 * limit });
  const best = hits[0]?.score ?? 0;
  const near = hits.filter(({ score }) => score >= best * leastOfBest).map(({ id }) => id);
  const ids = idsOf("item", near) as ItemId[];
  const lines = (await publishedLines(db, ids)).filter(({ retiredAt }) => retiredAt === null);
  return ids.flatMap((id) => lines.find((line) => line.id === id) ?? []).slice(0, limit);
}
