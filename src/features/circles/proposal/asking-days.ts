import { addWorkingDays } from "#kernel/swedish-days.ts";
import type { AskingOccasion } from "#features/circles/proposal/proposal.ts";
import type { Session } from "#features/circles/round/round.ts";

/** So long before the follow-up, in working days, that the answers are there when the circle meets. */
const aheadOfFollowUp = 5;

/** A question that was not asked in this time, because nothing ran or the circle was written down late, is left out. */
const daysToCatchUp = 30;

type Asking = { readonly occasion: AskingOccasion; readonly day: Temporal.PlainDate };

/**
 * The days on which those who made proposals are asked what has become of them: before the follow-up, and 6 and 12
 * months after the last meeting, the follow-up counted. A meeting that is called off counts for nothing.
 */
export function askingDays(sessions: readonly Pick<Session, "date" | "kind" | "calledOff">[]): readonly Asking[] {
  const held = sessions
    .flatMap(({ date, kind, calledOff }) => (date && !calledOff ? [{ date, kind }] : []))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.date, other.date));
  const last = held.at(-1)?.date;
  const followUp = held.find(({ kind }) => kind === "followUp")?.date;
  return [
    ...(followUp ? [{ occasion: "followUp" as const, day: addWorkingDays(followUp, -aheadOfFollowUp) }] : []),
    ...(last
      ? [
          { occasion: "sixMonths" as const, day: last.add({ months: 6 }) },
          { occasion: "twelveMonths" as const, day: last.add({ months: 12 }) },
        ]
      : []),
  ];
}

/** The occasion whose question is to be asked today, if any: the latest whose day has come. */
export function askingDue(sessions: Parameters<typeof askingDays>[0], today: Temporal.PlainDate): Asking | undefined {
  return askingDays(sessions).findLast(
    ({ day }) =>
      Temporal.PlainDate.compare(day, today) <= 0 &&
      Temporal.PlainDate.compare(today, day.add({ days: daysToCatchUp })) < 0,
  );
}
