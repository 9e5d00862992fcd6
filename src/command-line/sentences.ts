import { catalogues } from "#catalogues.ts";
import type { Refusal } from "#kernel/refusal.ts";
import { translator } from "#platform/web/translate.ts";

/** What the command line says, in the language of its options. */
export const t = translator(catalogues, "en");

/** A refusal as one sentence for a terminal, with what is wrong with each part of the input. */
export function sentenceOf({ code, details, problems }: Refusal): string {
  const parts = problems.map((problem) => `${problem.path || "input"}: ${t(problem.code, problem.values)}`);
  return [t(code, details), ...parts].join("; ");
}
