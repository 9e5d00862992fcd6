import { citationOfItem } from "#features/knowledge/filling/pages/citation.tsx";
import { feedbackOnItem } from "#features/knowledge/item/pages/feedback.tsx";
import type { PartOfItem } from "#features/knowledge/item/pages/part-of-item.ts";
import { lineageOfItem } from "#features/knowledge/lineage/pages/lineage-of-item.tsx";

/** The broad column, in order, under what the item says: what it rests on, what rests on it, whether it was of use. */
export const partsOfItem: readonly PartOfItem[] = [lineageOfItem, feedbackOnItem];

/** The narrow column, under the facts. */
export const besideItem: readonly PartOfItem[] = [citationOfItem];
