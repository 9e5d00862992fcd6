import { z } from "zod";
import { sessionModes } from "#features/circles/round/round.ts";

const code = (pattern: RegExp) => z.string().regex(pattern).optional().catch(undefined);

/** What the list of open rounds can be narrowed down by. What cannot be read is left out, not refused. */
export const RoundFilter = z.object({
  kind: code(/^[a-z][A-Za-z]{1,39}$/u),
  organiser: code(/^[a-z0-9-]{1,100}$/u),
  county: code(/^\d{2}$/u),
  mode: z.enum(sessionModes).optional().catch(undefined),
  free: z.literal("1").optional().catch(undefined),
});
export type RoundFilter = z.output<typeof RoundFilter>;

/** The first and the last known day of a round. */
export function spanOf(sessions: readonly { readonly date: Temporal.PlainDate | null; readonly calledOff: boolean }[]) {
  const days = sessions.filter(({ calledOff }) => !calledOff).flatMap(({ date }) => date ?? []);
  const inOrder = days.toSorted(Temporal.PlainDate.compare);
  return { first: inOrder[0], last: inOrder.at(-1) };
}
