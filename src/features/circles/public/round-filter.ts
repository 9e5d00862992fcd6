import { z } from "zod";
import { sessionModes } from "#features/circles/round/round.ts";

/** What the list of open rounds can be narrowed down by. */
export const RoundFilter = z.object({
  kind: z
    .string()
    .regex(/^[a-z][A-Za-z]{1,39}$/u)
    .optional(),
  organiser: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/u)
    .optional(),
  county: z
    .string()
    .regex(/^\d{2}$/u)
    .optional(),
  mode: z.enum(sessionModes).optional(),
  free: z.literal("1").optional(),
});
export type RoundFilter = z.output<typeof RoundFilter>;

/** The filter in an address somebody was sent: what cannot be read is left out, not refused. */
export function filterIn(query: Readonly<Record<string, string>>): RoundFilter {
  const { kind, organiser, county, mode, free } = RoundFilter.shape;
  const read = <Value>(schema: z.ZodType<Value>, name: string) => schema.safeParse(query[name]).data;
  return {
    kind: read(kind, "kind"),
    organiser: read(organiser, "organiser"),
    county: read(county, "county"),
    mode: read(mode, "mode"),
    free: read(free, "free"),
  };
}

/** The first and the last known day of a round. */
export function spanOf(sessions: readonly { readonly date: Temporal.PlainDate | null; readonly calledOff: boolean }[]) {
  const days = sessions.filter(({ calledOff }) => !calledOff).flatMap(({ date }) => date ?? []);
  const inOrder = days.toSorted(Temporal.PlainDate.compare);
  return { first: inOrder[0], last: inOrder.at(-1) };
}
