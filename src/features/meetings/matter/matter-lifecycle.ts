import type { MatterState } from "#features/meetings/matter/matter.ts";

export type MatterStep =
  | "continue"
  | "commission"
  | "park"
  | "refer"
  | "decide"
  | "decideElsewhere"
  | "review"
  | "drop";

type Step = { readonly from: readonly MatterState[]; readonly to: MatterState };

const underWay = ["raised", "continued", "commissioned", "parked", "referred"] as const;
const decided = ["decided", "decidedElsewhere"] as const;

/**
 * The life of a matter: its state changes by one of these steps, or not at all. What has come to an end can be taken up
 * again, and by that road go anywhere; nothing else leads out of an end.
 */
export const matterSteps: Readonly<Record<MatterStep, Step>> = {
  continue: { from: [...underWay, ...decided, "reviewed", "dropped"], to: "continued" },
  commission: { from: [...underWay, ...decided], to: "commissioned" },
  park: { from: underWay, to: "parked" },
  refer: { from: underWay, to: "referred" },
  decide: { from: [...underWay, ...decided], to: "decided" },
  decideElsewhere: { from: [...underWay, ...decided], to: "decidedElsewhere" },
  review: { from: decided, to: "reviewed" },
  drop: { from: underWay, to: "dropped" },
};

/** Whether a matter may take a step from the state it is in. */
export function isPossible(step: MatterStep, state: MatterState): boolean {
  return matterSteps[step].from.includes(state);
}

/** What may come next; the deeds on a matter's page are drawn from this. */
export function possibleSteps(state: MatterState): readonly MatterStep[] {
  return (Object.keys(matterSteps) as MatterStep[]).filter((step) => isPossible(step, state));
}

type Awaited = {
  readonly state: MatterState;
  readonly parkedEvent: string | null;
  readonly eventCameOn: Temporal.PlainDate | null;
};

/** Whether a matter waits for something to happen: it is parked until then, and nobody has said that it has. */
export function waitsForEvent({ state, parkedEvent, eventCameOn }: Awaited): boolean {
  return state === "parked" && parkedEvent !== null && eventCameOn === null;
}

/** How long a matter without a day is left before somebody is asked about it. */
const daysLeftAlone = 90;

/**
 * When to ask about a matter that is parked without a day, until an event or until further notice: what has no day is
 * what gets forgotten. Counted from when it was written down, not from a meeting long ago. (Rule Z-3, R213)
 */
export function reminderOf(
  parkedUntil: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  return parkedUntil === null ? today.add({ days: daysLeftAlone }) : null;
}

/**
 * When a decision is looked at again: the day that was said; and where something commissioned is still to come, at the
 * latest when the last of it is due, so that a decision never hides what somebody has promised. (Rule Z-4)
 */
export function reviewDay(
  said: Temporal.PlainDate | null,
  outstanding: readonly { readonly dueOn: Temporal.PlainDate | null }[],
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (said !== null || outstanding.length === 0) return said;
  const days = outstanding.map(({ dueOn }) => dueOn ?? today.add({ days: daysLeftAlone }));
  return days.toSorted((a, b) => Temporal.PlainDate.compare(b, a))[0] ?? null;
}
