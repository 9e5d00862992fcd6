import type { PairSums } from "#features/followup/output-gate.ts";
import { type Statement, statements } from "#features/circles/questionnaire/questionnaire.ts";

/** The answers that somebody gave under the imprint of their code. */
export type Kept = { readonly code: string; readonly answers: Readonly<Partial<Record<string, string>>> };

/**
 * How those who gave the same code both times have changed, for each statement that they answered both times. A code that
 * came more than once on one occasion is left out: nobody knows whose first answer goes with whose second.
 */
export function pairSums(before: readonly Kept[], after: readonly Kept[]): ReadonlyMap<Statement, PairSums> {
  const second = new Map(onceOnly(after).map((kept) => [kept.code, kept.answers]));
  const followed = onceOnly(before).flatMap(({ code, answers }) => {
    const later = second.get(code);
    return later ? [{ first: answers, later }] : [];
  });
  return new Map(
    statements.map((statement) => {
      const changes = followed.flatMap(({ first, later }) => {
        const [was, is] = [first[statement], later[statement]];
        return was !== undefined && is !== undefined ? [Number(is) - Number(was)] : [];
      });
      const sum = changes.reduce((all, change) => all + change, 0);
      const squares = changes.reduce((all, change) => all + change ** 2, 0);
      return [statement, { pairs: changes.length, sum, squares }];
    }),
  );
}

function onceOnly(kept: readonly Kept[]): readonly Kept[] {
  const times = new Map<string, number>();
  for (const { code } of kept) times.set(code, (times.get(code) ?? 0) + 1);
  return kept.filter(({ code }) => times.get(code) === 1);
}
