import { z } from "zod";
import { Maybe, OneLine, Words } from "#kernel/answers.ts";
import { type QuestionKind, WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

/** As many answers as are brought in at once, and as many groups as a workshop has. */
export const mostAnswers = 3_000;
export const mostGroups = 40;
export const longest = { answer: 10_000, group: 60, question: 300 };

/** An answer that was given elsewhere, word for word, with the group that gave it where somebody wrote it down. */
export const AnswerFromElsewhere = z.strictObject({
  text: Words(longest.answer),
  group: Maybe(OneLine(longest.group)),
});

/**
 * Answers from a poll made elsewhere, and what they answer: a question of the workshop, or one that is written down with
 * them.
 */
export const BroughtIn = z
  .strictObject({
    questionId: Maybe(WorkshopQuestionId),
    question: Maybe(OneLine(longest.question)),
    answers: z.array(AnswerFromElsewhere).min(1).max(mostAnswers),
  })
  .refine(({ questionId, question }) => (questionId === null) !== (question === null), {
    path: ["questionId"],
    params: { code: "bringing_in.which_question" },
  });
export type BroughtIn = z.output<typeof BroughtIn>;

/** Whether what answers a question are words, so that answers from elsewhere can stand beside them. */
export function isInWords({ kind }: { readonly kind: QuestionKind }): boolean {
  return kind === "open" || kind === "wordList";
}
