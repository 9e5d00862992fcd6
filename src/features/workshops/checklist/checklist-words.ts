import type { MessageKey } from "#kernel/messages.ts";
import type { Dimension } from "#features/workshops/checklist/dimensions.ts";

/** What a dimension is called. */
export function dimensionSaid(dimension: Dimension): MessageKey {
  return `checklist.dimension.${dimension}`;
}
