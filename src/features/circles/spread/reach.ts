/** One group of participants, and how many colleagues they have reached. */
export type ReachedGroup = { readonly name: string; readonly participants: number; readonly colleagues: number };

export type Reach = {
  readonly colleagues: number;
  readonly participants: number;
  /** Colleagues reached for each participant; unknown where nobody takes part. */
  readonly perParticipant: number | undefined;
  readonly byWorkplace: readonly ReachedGroup[];
  readonly byEmployer: readonly ReachedGroup[];
};

type Participant = { readonly registrationId: string; readonly workplace: string; readonly employer: string };
type Told = { readonly registrationId: string; readonly reached: number };

/**
 * How far a circle has reached: the colleagues reached over those who take part, in all and for each workplace and each
 * municipality or other employer. A group that has reached nobody stands there with nought. What was told by somebody
 * who has left the circle is not counted, because neither are they. (R124)
 */
export function reachOf(participants: readonly Participant[], told: readonly Told[]): Reach {
  const reachedBy = new Map<string, number>();
  for (const { registrationId, reached } of told)
    reachedBy.set(registrationId, (reachedBy.get(registrationId) ?? 0) + reached);
  const groupedBy = (nameOf: (participant: Participant) => string): ReachedGroup[] =>
    [...Map.groupBy(participants, nameOf)]
      .map(([name, members]) => ({
        name,
        participants: members.length,
        colleagues: sum(members.map(({ registrationId }) => reachedBy.get(registrationId) ?? 0)),
      }))
      .toSorted((one, other) => other.colleagues - one.colleagues || one.name.localeCompare(other.name, "sv"));
  const byEmployer = groupedBy(({ employer }) => employer);
  const colleagues = sum(byEmployer.map((group) => group.colleagues));
  return {
    colleagues,
    participants: participants.length,
    perParticipant: participants.length === 0 ? undefined : colleagues / participants.length,
    byWorkplace: groupedBy(({ workplace, employer }) => `${workplace}, ${employer}`),
    byEmployer,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
