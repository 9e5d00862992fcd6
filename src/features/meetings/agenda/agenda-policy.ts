import type { Standing } from "#features/meetings/body/body-policy.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { maySeeMatter } from "#features/meetings/matter/matter-policy.ts";

type Meeting = { readonly id: BodyId; readonly standing: Standing };

/**
 * Whether what an agenda says of a matter leads on to it: to those who are inside one of the bodies that meet and that it
 * concerns. Others at the meeting see that it is to be talked about.
 */
export function mayOpenMatter(bodies: readonly Meeting[], concerns: readonly BodyId[]): boolean {
  return maySeeMatter(bodies.filter(({ id }) => concerns.includes(id)).map(({ standing }) => standing));
}
