import type { Visibility } from "#features/circles/assignment/assignment.ts";
import type { Part } from "#features/circles/room/room-policy.ts";
import type { RoundState } from "#features/circles/round/round.ts";
import { isOver } from "#features/circles/round/round-lifecycle.ts";

type Inside = { readonly part: Part; readonly round: { readonly state: RoundState }; readonly own: object | undefined };

/** Giving and changing assignments: those who lead the circle, until it is over. */
export function mayGiveAssignments({ part, round }: Inside): boolean {
  return part === "leads" && !isOver(round.state);
}

/** Writing about an assignment: whoever has a place, until the circle is over. Also one who leads and has a place. */
export function mayHandIn({ own, round }: Inside): boolean {
  return own !== undefined && !isOver(round.state);
}

/** Answering a text: those who lead the circle, also when it is over, because feedback may come after the last meeting. */
export function mayGiveFeedback({ part }: Inside): boolean {
  return part === "leads";
}

/** Reading what others have handed in: those who lead, and the others where the assignment is for the whole group. */
export function mayReadOthers({ part }: Inside, visibility: Visibility): boolean {
  return part === "leads" || visibility === "group";
}
