import type { Translate } from "#kernel/messages.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import { dimensionSaid } from "#features/workshops/checklist/checklist-words.ts";
import type { MergedQuestion, Merging, RawAnswer } from "#features/workshops/merging/queries.ts";

/** Every answer word for word with what became of it, as a file that a spreadsheet opens and takes nothing in as a formula. */
export function mergingFile(t: Translate, { questions, setAside, waiting }: Merging): string {
  const head = (["question", "dimension", "standing", "answer", "group", "reason"] as const).map((column) =>
    t(`merging.column.${column}`),
  );
  const about = ({ text, dimension }: MergedQuestion) => [text, dimension ? t(dimensionSaid(dimension)) : ""];
  const said = ({ text, group }: RawAnswer) => [text, group ?? ""];
  return csvText([
    head,
    ...questions.flatMap((question) => [
      ...(question.answers.length === 0 ? [[...about(question), t("merging.addition"), "", "", ""]] : []),
      ...question.answers.map((answer) => [...about(question), t("merging.standing.merged"), ...said(answer), ""]),
    ]),
    ...setAside.map((answer) => ["", "", t("merging.standing.aside"), ...said(answer), answer.reason]),
    ...waiting.map((answer) => ["", "", t("merging.standing.waiting"), ...said(answer), ""]),
  ]);
}
