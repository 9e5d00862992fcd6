import { dateIn, stockholm } from "#kernel/clock.ts";
import { addWorkingDays } from "#kernel/swedish-days.ts";

/** How long an address may wait for its confirmation, in working days. */
export const confirmationDays = 2;

/** How long a place is kept while the manager answers, in working days. */
export const holdDays = 5;

/** After how many working days without an answer a manager is reminded, and how many times. */
export const reminderDays = 3;
export const mostReminders = 2;

/** How long a manager's link opens, in days: a held place may have gone on, but a yes still moves the queue. */
export const managerLinkDays = 60;

/**
 * When the time to answer is out: at midnight after the last of so many Swedish working days. The day one is asked
 * does not count, so somebody who applies on a Friday evening has the whole of Tuesday.
 */
export function answerBy(asked: Temporal.Instant, workingDays: number): Temporal.Instant {
  return addWorkingDays(dateIn(asked), workingDays).add({ days: 1 }).toZonedDateTime(stockholm).toInstant();
}

/** The last day on which an answer is in time: what people are told. */
export function lastDayToAnswer(deadline: Temporal.Instant): Temporal.PlainDate {
  return dateIn(deadline.subtract({ nanoseconds: 1 }));
}

/** Whether the time is out. */
export function isOver(deadline: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, deadline) >= 0;
}
