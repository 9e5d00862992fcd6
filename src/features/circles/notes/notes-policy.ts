import type { PersonId } from "#kernel/ids.ts";
import type { Part } from "#features/circles/room/room-policy.ts";

/** Everybody in the circle may write in its notes; which headings there are, those who lead decide. */
export function mayArrangeNotes({ part }: { readonly part: Part }): boolean {
  return part === "leads";
}

/** An earlier text is taken away for good by those who lead: it may tell of a client. */
export function mayRemoveText({ part }: { readonly part: Part }): boolean {
  return part === "leads";
}

/** A contribution is taken away by whoever left it with their name, or by those who lead: it may tell of a client. */
export function mayRemoveContribution(
  { part }: { readonly part: Part },
  contribution: { readonly writtenBy: PersonId | null },
  personId: PersonId | undefined,
): boolean {
  return part === "leads" || (contribution.writtenBy !== null && contribution.writtenBy === personId);
}
