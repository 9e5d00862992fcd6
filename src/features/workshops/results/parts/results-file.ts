import type { Translate } from "#kernel/messages.ts";
import type { GivenAnswer, QuestionResult } from "#features/workshops/results/queries.ts";
import type { WorkshopQuestion } from "#features/workshops/workshop/queries.ts";

type Cell = string | number | null;

export type ResultsFile = {
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
};

/**
 * What was answered as a table, one line for each answer in words and for each option that was chosen, placed or given
 * points. Which group an answer came from has a column only where groups are told.
 */
export function resultsFile(t: Translate, results: readonly QuestionResult[], isAnonymous: boolean): ResultsFile {
  const group = isAnonymous ? [] : [{ label: t("results.column.group") }];
  return {
    columns: [
      { label: t("results.column.question") },
      { label: t("results.column.kind") },
      { label: t("results.column.round"), numeric: true },
      ...group,
      { label: t("results.column.answer") },
      { label: t("results.column.figure"), numeric: true },
    ],
    rows: results.flatMap(({ question, rounds }) =>
      rounds.flatMap(({ roundNo, answers }) =>
        answers.flatMap((answer) =>
          linesOf(question, answer).map(([text, figure]) => [
            question.text,
            t(`workshop.kind.${question.kind}`),
            roundNo,
            ...(isAnonymous ? [] : [answer.group]),
            text,
            figure,
          ]),
        ),
      ),
    ),
  };
}

/** An answer as lines: what it says, and the figure that goes with it (a step, a place or points). */
function linesOf(
  { kind, options }: WorkshopQuestion,
  answer: GivenAnswer,
): readonly (readonly [string | null, number | null])[] {
  const called = (id: string) => options.find((option) => option.id === id)?.text ?? null;
  if (answer.text !== null) return [[answer.text, null]];
  if (answer.number !== null) return [[null, answer.number]];
  if (answer.points !== null) return Object.entries(answer.points).map(([id, points]) => [called(id), points]);
  return (answer.options ?? []).map((id, place) => [called(id), kind === "ranking" ? place + 1 : null]);
}
