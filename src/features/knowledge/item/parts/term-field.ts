import type { TermKind } from "#features/knowledge/item/item.ts";

/** What the field for each kind of word is called in the form; together they are the item's `terms`. */
export const termField = {
  area: "areas",
  targetGroup: "targetGroups",
  theme: "themes",
  outcome: "outcomes",
} as const satisfies Readonly<Record<TermKind, string>>;
