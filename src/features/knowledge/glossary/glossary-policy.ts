import type { Actor } from "#kernel/actor.ts";

/** Keeping the words of the field: whoever reviews and publishes knowledge anywhere, since the words are everybody's. */
export function mayKeepGlossary(actor: Actor): boolean {
  return actor.reach.has("knowledge:publish");
}
