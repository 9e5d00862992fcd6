import type { Part } from "#features/circles/room/room-policy.ts";
import type { RoundState } from "#features/circles/round/round.ts";
import { type WhereSomebodyWorks, workplaceOf } from "#features/circles/question/workplace.ts";

/** What the rights to questions are decided by: what somebody is to the circle, and where they work. */
export type Inside = {
  readonly part: Part;
  readonly round: { readonly state: RoundState };
  readonly own: WhereSomebodyWorks | undefined;
};

/** Which questions a circle works with, those who lead it decide. In one that is cancelled there is nothing to ask. */
export function mayChooseQuestions({ part, round }: Pick<Inside, "part" | "round">): boolean {
  return part === "leads" && round.state !== "cancelled";
}

/**
 * Answers for a workplace: anybody with a place in the circle who works there, and those who lead, who may hold the pen
 * when it is done together. Also long after the last meeting, because a workplace goes on. (Rule Q-1 in docs/rules.md.)
 */
export function mayAnswerFor({ part, round, own }: Inside, key: string): boolean {
  if (round.state === "cancelled") return false;
  return part === "leads" || (own !== undefined && workplaceOf(own)?.key === key);
}
