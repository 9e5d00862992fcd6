import { stockholm } from "#kernel/clock.ts";

/**
 * The moment a clock in Sweden shows a time on a date.
 *
 * Undefined when no clock ever shows it: in the night when summer time begins, 02:00–02:59 is skipped. A time that
 * comes twice, 02:00–02:59 when summer time ends, means its first coming, so that nobody arrives an hour late.
 */
export function swedishTime(date: Temporal.PlainDate, time: Temporal.PlainTime): Temporal.ZonedDateTime | undefined {
  const written = date.toPlainDateTime(time);
  const moment = written.toZonedDateTime(stockholm, { disambiguation: "earlier" });
  return moment.toPlainDateTime().equals(written) ? moment : undefined;
}
