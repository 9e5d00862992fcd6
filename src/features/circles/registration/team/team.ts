import type { Problem } from "#kernel/refusal.ts";
import { largestTeam, type TeamMember } from "#features/circles/registration/registration.ts";
import { type Allocation, takesTeams } from "#features/circles/round/round.ts";

/** What decides who may be in a team. */
export type TeamRound = {
  readonly allocation: Allocation | null;
  readonly teamLeast: number | null;
  readonly teamMost: number | null;
  /** The round's places, counted in people. */
  readonly seats: number;
};

/** The fewest and the most a team may be. No team is larger than the round. */
export function teamLimits({ teamLeast, teamMost, seats }: TeamRound): {
  readonly least: number;
  readonly most: number;
} {
  const most = Math.min(teamMost ?? largestTeam, seats, largestTeam);
  return { least: Math.min(teamLeast ?? 1, most), most };
}

/** Whether a round asks who is in the team: then the application takes as many places as there are people in it. */
export function teamOf(
  round: Pick<TeamRound, "allocation">,
  answers: { readonly members?: readonly TeamMember[] | undefined },
): TeamMember[] | undefined {
  return takesTeams(round.allocation) ? [...(answers.members ?? [])] : undefined;
}

/**
 * What has to be put right before a team fits its round: too few or too many people, or the same address twice, which
 * would count one person as two. (R121, C-14)
 */
export function unfitTeam(
  round: TeamRound,
  answers: { readonly members?: readonly TeamMember[] | undefined },
): Problem[] {
  const members = teamOf(round, answers);
  if (!members) return [];
  const { least, most } = teamLimits(round);
  const size = members.length;
  const wrongSize: Problem[] =
    size < least || size > most
      ? [{ path: "members", code: "registration.team_size", values: { least, most, size } }]
      : [];
  const seen = new Set<string>();
  const twice = members.flatMap(({ email }, index): Problem[] => {
    if (!seen.has(email)) {
      seen.add(email);
      return [];
    }
    return [{ path: `members.${index}.email`, code: "registration.member_twice" }];
  });
  return [...wrongSize, ...twice];
}
