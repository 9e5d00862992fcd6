import type { Translate } from "#kernel/messages.ts";
import { type StandardQuestion, standardQuestions } from "#features/circles/question/question.ts";

/** How the product's own questions are said, in the language of whoever takes them up. */
export type Wordings = {
  readonly question: (question: StandardQuestion) => string;
  readonly theme: (question: StandardQuestion) => string;
  /** What the questions of an invitation are about when nothing else is said. */
  readonly invitation: string;
};

/** The same in a language. */
export function wordingsIn(t: Translate): Wordings {
  return {
    question: (key) => t(`question.standard.${key}`),
    theme: (key) => t(`question.standard_theme.${standardQuestions[key].theme}`),
    invitation: t("question.guiding_theme"),
  };
}
