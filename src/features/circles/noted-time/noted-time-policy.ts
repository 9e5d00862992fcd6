import type { RoundState } from "#features/circles/round/round.ts";

type Inside = { readonly own: object | undefined; readonly round: { readonly state: RoundState } };

/** Noting one's own time: whoever has a place, also when the circle is over, as long as it was held. */
export function mayNoteTime({ own, round }: Inside): boolean {
  return own !== undefined && round.state !== "cancelled";
}
