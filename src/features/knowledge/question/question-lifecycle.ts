import type { QuestionState } from "#features/knowledge/question/question.ts";

export type QuestionStep = "take" | "putBack" | "passOn" | "answer" | "close";
type Step = { readonly from: readonly QuestionState[]; readonly to: QuestionState };

/**
 * The life of a question: its state changes by one of these steps, or not at all. What is passed on stands as asked where
 * it comes, and what is answered or closed stays so. (R046, R146)
 */
export const questionSteps: Readonly<Record<QuestionStep, Step>> = {
  take: { from: ["asked"], to: "taken" },
  putBack: { from: ["taken"], to: "asked" },
  passOn: { from: ["asked", "taken"], to: "asked" },
  answer: { from: ["asked", "taken"], to: "answered" },
  close: { from: ["asked", "taken"], to: "closed" },
};

/** What may happen to a question next. */
export function possibleQuestionSteps(state: QuestionState): QuestionStep[] {
  return (Object.keys(questionSteps) as QuestionStep[]).filter((step) => questionSteps[step].from.includes(state));
}
