type Question = {
  readonly lineage: string;
  readonly text: string;
  readonly help: string | null;
  readonly dimension: string | null;
  readonly isShort: boolean;
};

/** What became of a question from one version to another. */
export type Difference<Asked> =
  | { readonly kind: "same" | "changed"; readonly before: Asked; readonly after: Asked }
  | { readonly kind: "added"; readonly before: null; readonly after: Asked }
  | { readonly kind: "removed"; readonly before: Asked; readonly after: null };

/**
 * How one version of a checklist differs from another, question by question: the later one's in its order, and then what
 * is gone. A question is followed by its lineage through versions and copies, whatever its words have become.
 */
export function differencesBetween<Asked extends Question>(
  before: readonly Asked[],
  after: readonly Asked[],
): Difference<Asked>[] {
  const earlier = new Map(before.map((question) => [question.lineage, question]));
  const later = new Set(after.map(({ lineage }) => lineage));
  return [
    ...after.map((question): Difference<Asked> => {
      const was = earlier.get(question.lineage);
      if (!was) return { kind: "added", before: null, after: question };
      return { kind: saysTheSame(was, question) ? "same" : "changed", before: was, after: question };
    }),
    ...before
      .filter(({ lineage }) => !later.has(lineage))
      .map((question): Difference<Asked> => ({ kind: "removed", before: question, after: null })),
  ];
}

function saysTheSame(one: Question, other: Question): boolean {
  return (
    one.text === other.text &&
    one.help === other.help &&
    one.dimension === other.dimension &&
    one.isShort === other.isShort
  );
}
