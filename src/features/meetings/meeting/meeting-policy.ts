import { leads, mayRunBody, sitsIn, type Standing } from "#features/meetings/body/body-policy.ts";

/** Whoever sits in one of the bodies that meet, or keeps one of them, sees the meeting; to others it is not there. */
export function maySeeMeeting(standings: readonly Standing[]): boolean {
  return standings.some((standing) => standing.keeps || sitsIn(standing));
}

/** Time, place, agenda, papers and invitation: whoever runs one of the bodies that meet. */
export function mayPlanMeeting(standings: readonly Standing[]): boolean {
  return standings.some(mayRunBody);
}

/**
 * The working minutes of a part: those who sit in its body; of the common part, those who sit in any that meet. Nobody
 * else, not even whoever keeps the body.
 */
export function mayReadWorkingPart(standings: readonly Standing[]): boolean {
  return standings.some(sitsIn);
}

/** Finishing a part and sending it: chair or secretary of its body; of the common part, of any that meet. */
export function mayFinishPart(standings: readonly Standing[]): boolean {
  return standings.some(leads);
}
