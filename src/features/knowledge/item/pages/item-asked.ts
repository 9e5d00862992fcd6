import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { itemInside, type ItemInside } from "#features/knowledge/item/queries.ts";
import type { Environment } from "#platform/web/environment.ts";

type Page = Context<Environment>;

/** The item an address names, as whoever asks sees it. */
export function itemAsked(c: Page): Promise<ItemInside> {
  const { db, actor, now } = c.var;
  return itemInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

/** The same, for those who may do the deed with it. */
export async function itemTo(c: Page, deed: keyof ItemInside["can"]): Promise<ItemInside> {
  const inside = await itemAsked(c);
  if (!inside.can[deed]) throw new Refusal("forbidden", `item.may_not.${deed}`);
  return inside;
}

/** What was just done, in words. */
export function doneIn(c: Page): string | undefined {
  const { t } = c.var;
  const key = `item.done.${c.req.query("klart") ?? ""}`;
  return t.knows(key) ? t(key) : undefined;
}

/** How a page that anybody may read is framed: with nothing about a person, unless somebody is signed in. */
export function framed(c: Page): { readonly kind: "public" | "work"; readonly current: string } {
  return { kind: c.var.person ? "work" : "public", current: "/kunskap" };
}

/** The same for a page with tables and drawings, which only the pages for work have the looks of. */
export const framedWide = { kind: "work", current: "/kunskap" } as const;
