import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { type WorkshopInside, workshopInside } from "#features/workshops/workshop/queries.ts";

/** The workshop of an address, for those who may read what it answered. */
export function workshopAsked(c: Context<Environment>): Promise<WorkshopInside> {
  const { db, actor, now } = c.var;
  return workshopInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

/** The workshop of an address, for those who lead it. */
export async function workshopToLead(c: Context<Environment>): Promise<WorkshopInside> {
  const inside = await workshopAsked(c);
  if (!inside.can.lead) throw new Refusal("forbidden", "workshop.not_yours");
  return inside;
}
