import { seatsOf } from "#features/circles/registration/seat-claims.ts";

/** What selecting looks at. `outcome` is undefined until somebody has decided. */
export type Candidate = {
  readonly municipality: string;
  readonly sector: string;
  readonly profession: string;
  readonly outcome: Outcome | undefined;
  /** One, or as many as there are people in the team. */
  readonly seats: number;
};
export type Outcome = "place" | "wait" | "decline";
export const outcomes = ["place", "wait", "decline"] as const satisfies readonly Outcome[];

export type Dimension = "municipality" | "sector" | "profession";
export const dimensions = ["municipality", "sector", "profession"] as const satisfies readonly Dimension[];

/** One municipality, sector or profession: how many applied, and how many of them have been given a place so far. */
export type Share = { readonly value: string; readonly applied: number; readonly placed: number };

export type Balance = {
  readonly applied: number;
  /** Seats that those who are chosen take. */
  readonly placed: number;
  readonly undecided: number;
  readonly seats: number;
  readonly shares: Readonly<Record<Dimension, readonly Share[]>>;
};

/**
 * How a choice spreads over municipalities, sectors and professions, while choosing. It shows and never decides:
 * whoever selects weighs it and writes a reason. (R026, R102)
 *
 * Professions and municipalities are free words, so they are compared without regard to case and space.
 */
export function balanceOf(candidates: readonly Candidate[], seats: number): Balance {
  return {
    applied: candidates.length,
    placed: seatsOf(candidates.filter((candidate) => candidate.outcome === "place")),
    undecided: candidates.filter((candidate) => candidate.outcome === undefined).length,
    seats,
    shares: {
      municipality: sharesOf(candidates, "municipality"),
      sector: sharesOf(candidates, "sector"),
      profession: sharesOf(candidates, "profession"),
    },
  };
}

function sharesOf(candidates: readonly Candidate[], dimension: Dimension): Share[] {
  const groups = Map.groupBy(candidates, (candidate) =>
    candidate[dimension].trim().replaceAll(/\s+/gu, " ").toLocaleLowerCase("sv"),
  );
  return [...groups.entries()]
    .map(([folded, members]) => ({
      folded,
      value: members[0]?.[dimension].trim() ?? folded,
      applied: members.length,
      placed: members.filter((member) => member.outcome === "place").length,
    }))
    .toSorted((a, b) => b.applied - a.applied || (a.folded < b.folded ? -1 : 1))
    .map(({ value, applied, placed }) => ({ value, applied, placed }));
}
