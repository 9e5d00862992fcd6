import { addWorkingDays } from "#kernel/swedish-days.ts";

/** How many working days before a meeting its participants are reminded. */
export const reminderAhead = 2;

/**
 * Whether a meeting is so near that its participants are reminded today: from two working days before it up to the
 * day before, so that somebody who gets a place late, and a morning when nothing ran, are caught up with. Each person
 * is reminded once of each day; a meeting that is moved is a new day.
 */
export function isReminderDue(meeting: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const from = addWorkingDays(meeting, -reminderAhead);
  return Temporal.PlainDate.compare(from, today) <= 0 && Temporal.PlainDate.compare(today, meeting) < 0;
}
