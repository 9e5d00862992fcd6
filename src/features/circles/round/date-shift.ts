type Dated = { readonly date: Temporal.PlainDate | null; readonly calledOff?: boolean };

/** The first day a round met, or would have: what its other days are counted from. */
export function firstDayOf(sessions: readonly Dated[]): Temporal.PlainDate | undefined {
  return sessions
    .flatMap(({ date, calledOff }) => (date && !calledOff ? [date] : []))
    .toSorted((a, b) => Temporal.PlainDate.compare(a, b))[0];
}

/**
 * The first day that is proposed for the next round: the same weekday as many whole weeks later as make about a year,
 * or the next such day that lies ahead of today.
 */
export function proposedFirstDay(earlier: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const year = earlier.add({ weeks: 52 });
  if (Temporal.PlainDate.compare(year, today) > 0) return year;
  const { days } = year.until(today, { largestUnit: "days" });
  return year.add({ weeks: Math.floor(days / 7) + 1 });
}

/** The day nearest to one that was chosen which is the same weekday as the first time; the one after, of two as near. */
export function nearestSameWeekday(chosen: Temporal.PlainDate, earlier: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = (earlier.dayOfWeek - chosen.dayOfWeek + 7) % 7;
  return chosen.add({ days: ahead > 3 ? ahead - 7 : ahead });
}

/**
 * Moves a day as far as the first day is moved. All days are moved by as much, so the pauses between the meetings are
 * the same, and the weekdays too when the new first day is the weekday of the old. Calendar days and no hours: nine
 * o'clock is nine o'clock on both sides of a change to summer time. (R001)
 */
export function shiftedDay(
  day: Temporal.PlainDate | null,
  { from, to }: { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate },
): Temporal.PlainDate | null {
  return day && day.add({ days: from.until(to, { largestUnit: "days" }).days });
}
