import type { Part } from "#features/circles/room/room-policy.ts";
import type { RoundState } from "#features/circles/round/round.ts";
import { isOver } from "#features/circles/round/round-lifecycle.ts";

type Inside = { readonly part: Part; readonly round: { readonly state: RoundState } };

/** Saying what a circle goes through, how its meetings are planned and who contributes: those who lead it, until it is over. */
export function mayPlanMeetings({ part, round }: Inside): boolean {
  return part === "leads" && !isOver(round.state);
}
