import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { roundOverview, type RoundOverview } from "#features/circles/round/overview/queries.ts";

type Page = Context<Environment>;

/** The round a page is about, as the person who asks may see it. */
export async function roundAsked(c: Page): Promise<RoundOverview> {
  const found = await roundOverview(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
  if (!found) throw new Refusal("not_found", "round.no_such_round");
  return found;
}

/** The round a page changes. */
export async function roundToEdit(c: Page): Promise<RoundOverview> {
  const found = await roundAsked(c);
  if (!found.can.edit) throw new Refusal("forbidden", "round.not_yours");
  return found;
}
