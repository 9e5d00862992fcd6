import type { SessionPlan } from "#features/circles/round/round.ts";

type Meeting = Pick<SessionPlan, "date" | "kind"> & { readonly calledOff: boolean };

/**
 * The follow-up that a round still waits for on a day, if any: one that has no day, or whose day has not come. One that
 * is called off, with its reason, is waited for no longer. Until then the round cannot be ended. (R101)
 */
export function followUpAhead<Each extends Meeting>(
  sessions: readonly Each[],
  today: Temporal.PlainDate,
): Each | undefined {
  return sessions.find(
    ({ kind, date, calledOff }) =>
      kind === "followUp" && !calledOff && (date === null || Temporal.PlainDate.compare(date, today) > 0),
  );
}
