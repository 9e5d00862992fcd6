import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/workshops/results/messages.sv.ts";

export const en = {
  "results.title": "Results",
  "results.none": "No answers yet",
  "results.none_text": "The answers show here when somebody has answered.",
  "results.none_yet": "No answers yet.",
  "results.xlsx": "Save as Excel",
  "results.csv": "Save as CSV",
  "results.round": "Round {round}",
  "results.brought": "Answers from another tool",
  "results.counted":
    "{count, plural, =0 {No answers} one {One answer} other {# answers}}{open, select, true {. The question is open.} other {}}",
  "results.by_group": "By group",
  "results.word": "Word",
  "results.option": "Option",
  "results.step": "Step",
  "results.measure.answers": "Answers",
  "results.measure.points": "Points",
  "results.measure.words": "Count",
  "results.mean": "Mean {mean, number, ::.0}",
  "results.mean_place": "Mean place",
  "results.place": "{place, number, ::.0}",
  "results.column.question": "Question",
  "results.column.kind": "Kind",
  "results.column.round": "Round",
  "results.column.group": "Group",
  "results.column.answer": "Answer",
  "results.column.figure": "Figure",
} as const satisfies Catalogue<keyof typeof sv>;
