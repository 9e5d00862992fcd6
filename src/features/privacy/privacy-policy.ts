import type { Actor } from "#kernel/actor.ts";

/** Counts of what was erased hold nothing about anybody; whoever may read the audit trail anywhere sees them. */
export function maySeeErasures(actor: Actor): boolean {
  return actor.reach.has("audit:read");
}
