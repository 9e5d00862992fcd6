import type { PersonId } from "#kernel/ids.ts";
import { leads, sitsIn, type Standing } from "#features/meetings/body/body-policy.ts";
import { mayFinishPart, mayReadWorkingPart } from "#features/meetings/meeting/meeting-policy.ts";
import type { MinutesState } from "#features/meetings/minutes/minutes.ts";

/**
 * Whether somebody may read a part: while it is worked on, those who sit in its bodies; when it is final, those who keep
 * them too.
 */
export function mayReadPart(standings: readonly Standing[], state: MinutesState): boolean {
  return mayReadWorkingPart(standings) || (state === "final" && standings.some(({ keeps }) => keeps));
}

/** Writing in a part: its chair and secretary always, and those who were asked to take notes for as long as they sit. */
export function mayTakeNotes(
  standings: readonly Standing[],
  { takerIds }: { readonly takerIds: readonly PersonId[] },
  personId: PersonId | undefined,
): boolean {
  if (standings.some(leads)) return true;
  return personId !== undefined && takerIds.includes(personId) && standings.some(sitsIn);
}

/** Who takes notes and who adjusts is chosen by chair and secretary, and they say when the part is ready. */
export function mayRunMinutes(standings: readonly Standing[]): boolean {
  return mayFinishPart(standings);
}

/** Adding to a final part: those who wrote it, or could have. */
export function mayAdd(
  standings: readonly Standing[],
  part: { readonly takerIds: readonly PersonId[] },
  personId: PersonId | undefined,
): boolean {
  return mayTakeNotes(standings, part, personId);
}
