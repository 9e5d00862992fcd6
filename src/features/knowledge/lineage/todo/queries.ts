import { dateIn } from "#kernel/clock.ts";
import type { Actor } from "#kernel/actor.ts";
import { debtsOf, itemsDue } from "#features/knowledge/lineage/debt/queries.ts";
import type { Reader } from "#platform/database/database.ts";

/** How much there is to look over: texts past their day, or things that rest on what has changed. */
export type ToLookOver = { readonly what: "due" | "resting"; readonly count: number };

/** What somebody has to look over in the knowledge base, a line each. */
export async function toLookOver(db: Reader, actor: Actor, now: Temporal.Instant): Promise<readonly ToLookOver[]> {
  const [debts, due] = await Promise.all([debtsOf(db, actor), itemsDue(db, actor, dateIn(now))]);
  return [
    { what: "resting" as const, count: debts.length },
    { what: "due" as const, count: due.length },
  ].filter(({ count }) => count > 0);
}
