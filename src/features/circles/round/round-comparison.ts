/** One round of a series, in the figures that tell one round from another. */
export type RoundFigures = {
  readonly title: string;
  readonly firstDay: Temporal.PlainDate | null;
  readonly applied: number;
  readonly seats: number | null;
  readonly placed: number;
  readonly municipalities: number;
  readonly hours: number | null;
  readonly meetings: number;
  readonly extensions: number;
};

export const comparedFigures = [
  "applied",
  "seats",
  "placed",
  "municipalities",
  "hours",
  "meetings",
  "extensions",
] as const;
export type ComparedFigure = (typeof comparedFigures)[number];

export type ComparedRow = {
  readonly figure: ComparedFigure;
  readonly values: readonly (number | null)[];
  readonly differs: boolean;
};

/**
 * Lays the rounds of a series beside each other, figure by figure, and says where they differ. Unknown is not zero:
 * a round whose hours nobody wrote down differs from none. Persons and municipalities are counted apart. (R001)
 */
export function compareRounds(rounds: readonly RoundFigures[]): ComparedRow[] {
  return comparedFigures.map((figure) => {
    const values = rounds.map((round) => round[figure]);
    return { figure, values, differs: new Set(values.filter((value) => value !== null)).size > 1 };
  });
}
