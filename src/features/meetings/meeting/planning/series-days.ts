/** How often the meetings of a series are. */
export const rhythms = ["month", "quarter"] as const;
export type Rhythm = (typeof rhythms)[number];

/** More than this is no plan that anybody can look over. */
export const mostInSeries = 24;

/**
 * The days of a series: the same weekday in the same week of the month ("the third Thursday"), every month or every
 * quarter. Where a month has no fifth such day, it is the last one. Nothing is moved for a public holiday: that is
 * warned of, and decided by whoever plans.
 */
export function seriesDays(first: Temporal.PlainDate, every: Rhythm, times: number): Temporal.PlainDate[] {
  const months = every === "month" ? 1 : 3;
  const week = Math.ceil(first.day / 7);
  return Array.from({ length: Math.min(times, mostInSeries) }, (_, at) => {
    if (at === 0) return first;
    const month = first.toPlainYearMonth().add({ months: at * months });
    const begins = month.toPlainDate({ day: 1 });
    const firstSuch = begins.add({ days: (first.dayOfWeek - begins.dayOfWeek + 7) % 7 });
    const day = firstSuch.day + (week - 1) * 7;
    return month.toPlainDate({ day: day > month.daysInMonth ? day - 7 : day });
  });
}
