import type { Part } from "#features/circles/room/room-policy.ts";
import type { RoundState } from "#features/circles/round/round.ts";

type Inside = { readonly part: Part; readonly round: { readonly state: RoundState }; readonly own: object | undefined };

/** Deciding when the questions are asked: those who lead the circle, also when its last meeting has been. */
export function mayArrangeQuestionnaire({ part, round }: Inside): boolean {
  return part === "leads" && round.state !== "cancelled";
}

/** Answering: whoever has a place, also after the last meeting; not in a circle that was never held. */
export function mayAnswerQuestionnaire({ own, round }: Inside): boolean {
  return own !== undefined && round.state !== "cancelled";
}
