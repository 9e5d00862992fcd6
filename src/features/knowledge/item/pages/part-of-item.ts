import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import type { Environment } from "#platform/web/environment.ts";

/** Something on the page of an item, from a noun of its own: it draws only what whoever asks may see. */
export type PartOfItem = (c: Context<Environment>, inside: ItemInside) => Promise<Child>;
