/** What time it is. An argument everywhere, so that tests can stand on any day. */
export type Clock = () => Temporal.Instant;

export const systemClock: Clock = () => Temporal.Now.instant();

export const stockholm = "Europe/Stockholm";

/** The date in Sweden at an instant. */
export function dateIn(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(stockholm).toPlainDate();
}

/** The middle of a day in Sweden. */
export function noonOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: stockholm, plainTime: "12:00" }).toInstant();
}
