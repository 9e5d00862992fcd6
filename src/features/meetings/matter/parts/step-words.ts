import type { Translate } from "#kernel/messages.ts";

/** What happened to a matter, in a few words; a step of another release is said as that something happened. */
export function stepWords(t: Translate, what: string): string {
  const key = `matter.step.${what}`;
  return t(t.knows(key) ? key : "matter.step.other");
}
