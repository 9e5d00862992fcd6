import { retention } from "#features/privacy/retention.ts";

/** How many days they are kept at most while a round has no dates. */
export const daysWithoutDates = 365;

/**
 * The day from which what was asked for one purpose only (diet, postal address, need of adaptation) is erased.
 * Told to the applicant where it is asked. A round that gets later sessions keeps it until those are over.
 */
export function deleteExtrasAfter(
  lastSession: Temporal.PlainDate | undefined,
  applied: Temporal.PlainDate,
): Temporal.PlainDate {
  const { days } = retention.registrationExtra;
  return lastSession ? lastSession.add({ days }) : applied.add({ days: daysWithoutDates });
}
