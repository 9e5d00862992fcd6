import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { type ChecklistInside, checklistInside } from "#features/workshops/checklist/inside/queries.ts";

/** The checklist of an address. */
export function checklistAsked(c: Context<Environment>): Promise<ChecklistInside> {
  return checklistInside(c.var.db, c.var.actor, c.req.param("slug") ?? "");
}

/** The checklist of an address, for those who keep it. */
export async function checklistToKeep(c: Context<Environment>): Promise<ChecklistInside> {
  const inside = await checklistAsked(c);
  if (!inside.can.keep) throw new Refusal("forbidden", "checklist.not_yours");
  return inside;
}
