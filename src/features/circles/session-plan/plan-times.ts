import type { PlanItem } from "#features/circles/session-plan/session-plan.ts";

/** A piece of a plan with the hour it begins, where that can be known. */
export type TimedItem = { readonly item: PlanItem; readonly at: Temporal.PlainTime | undefined };

export type PlanTimes = {
  readonly timed: readonly TimedItem[];
  /** What is planned, in minutes; not known while a piece has no length. */
  readonly planned: number | undefined;
  /** What is left of the meeting, in minutes; less than nothing when more is planned than there is room for. */
  readonly left: number | undefined;
};

/**
 * When each piece of a meeting begins. What comes after a piece of unknown length begins at an unknown hour, and so does
 * everything in a meeting whose hour nobody knows: nothing is guessed.
 */
export function planTimes(
  items: readonly PlanItem[],
  starts: Temporal.PlainTime | null,
  ends: Temporal.PlainTime | null,
): PlanTimes {
  let elapsed: number | undefined = 0;
  const timed = items.map((item) => {
    const at = starts && elapsed !== undefined && fits(starts, elapsed) ? starts.add({ minutes: elapsed }) : undefined;
    elapsed = elapsed === undefined || item.minutes === null ? undefined : elapsed + item.minutes;
    return { item, at };
  });
  const room = starts && ends ? starts.until(ends).total("minutes") : undefined;
  const left = room === undefined || elapsed === undefined ? undefined : room - elapsed;
  return { timed, planned: elapsed, left };
}

/** A day ends at midnight: a plan that runs past it has no hour there. */
function fits(starts: Temporal.PlainTime, minutes: number): boolean {
  return starts.hour * 60 + starts.minute + minutes < 24 * 60;
}
