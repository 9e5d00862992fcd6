import type { BodyId } from "#features/meetings/body/body.ts";

/** A part of a meeting: a body's own, or (null) the one that all who meet have in common. */
export type MeetingPart = BodyId | null;

/**
 * The parts of a meeting, in order. A joint meeting has a common part and then one for each body; a body that meets alone
 * has its own part only. (R210)
 */
export function partsOfBodies(bodies: readonly { readonly id: BodyId }[]): MeetingPart[] {
  const own = bodies.map(({ id }) => id);
  return own.length > 1 ? [null, ...own] : own;
}
