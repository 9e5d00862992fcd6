import { mayRunBody, sitsIn, type Standing } from "#features/meetings/body/body-policy.ts";

/** Whoever sits in a body that a matter concerns, or keeps one, sees it; to others it is not there. */
export function maySeeMatter(standings: readonly Standing[]): boolean {
  return standings.some((standing) => standing.keeps || sitsIn(standing));
}

/** Raising something: everybody inside the body. A question is nobody's privilege. */
export function mayRaiseMatters(standing: Standing): boolean {
  return standing.keeps || sitsIn(standing);
}

/** What becomes of a matter between the meetings, and what is known about it: whoever runs a body that it concerns. */
export function maySteerMatter(standings: readonly Standing[]): boolean {
  return standings.some(mayRunBody);
}
