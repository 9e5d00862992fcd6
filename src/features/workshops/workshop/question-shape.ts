import type { QuestionKind } from "#features/workshops/workshop/workshop.ts";

/** Kinds that are answered by what stands to choose from. */
const chosen: readonly QuestionKind[] = ["single", "multiple", "ranking", "points"];

/** Kinds with a number to them: of answers, choices, points or words. Each with what it is when nobody has said. */
const usualMost: Partial<Record<QuestionKind, number>> = { open: 5, multiple: 3, points: 10, wordList: 5 };

/** How many options a question has at least: with one there is nothing to choose. */
export const fewestOptions = 2;
export const mostOptions = 20;

/** Whether a question is answered by choosing, ordering or sharing between options. */
export function hasOptions(kind: QuestionKind): boolean {
  return chosen.includes(kind);
}

/** Whether a question says how many answers, choices, points or words one device may give. */
export function hasMost(kind: QuestionKind): boolean {
  return usualMost[kind] !== undefined;
}

/** How many one device may give: what was said, or what is usual for the kind. Null where the kind has no such number. */
export function mostOf(kind: QuestionKind, said: number | null): number | null {
  const usual = usualMost[kind];
  return usual === undefined ? null : (said ?? usual);
}
