import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { type WorkshopInside, workshopInside } from "#features/workshops/workshop/queries.ts";

type Page = Context<Environment>;

/** The workshop an address is about, for those who may see it. */
export function workshopAsked(c: Page): Promise<WorkshopInside> {
  const { db, actor, now } = c.var;
  return workshopInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

/** The workshop an address is about, for those who lead it. */
export async function workshopToLead(c: Page): Promise<WorkshopInside> {
  const inside = await workshopAsked(c);
  if (!inside.can.lead) throw new Refusal("forbidden", "workshop.not_yours");
  return inside;
}

export function addressOf({ workshop: { slug } }: Pick<WorkshopInside, "workshop">): string {
  return `/workshop/${slug}`;
}
