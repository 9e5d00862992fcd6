import { stockholm } from "#kernel/clock.ts";
import { isWorkingDay } from "#kernel/swedish-days.ts";

/** The days of the demo, counted from the day it is loaded, so that it is always alive. */
export type DemoDays = ReturnType<typeof demoDays>;

const friday = 5;

/**
 * Days for a circle that is about to begin, one with a notice in December, one that is full, one that is in the middle
 * and one that was over last year.
 *
 * All meetings are on Fridays that are working days. The follow-up is in the first May at least six weeks after the
 * last meeting. The notice is in the next December whose deadline has not passed.
 */
export function demoDays(today: Temporal.PlainDate) {
  const fridays = (from: Temporal.PlainDate, count: number, weeksBetween: number) => {
    const first = workingFriday(from);
    return Array.from({ length: count }, (_, index) => workingFriday(first.add({ weeks: index * weeksBetween })));
  };
  const coming = fridays(today.add({ weeks: 5 }), 5, 2);
  const noticeYear =
    Temporal.PlainDate.compare(today, Temporal.PlainDate.from({ year: today.year, month: 11, day: 26 })) > 0
      ? today.year + 1
      : today.year;
  const spring = Temporal.PlainDate.from({ year: noticeYear + 1, month: 1, day: 20 });
  return {
    first: {
      sessions: coming,
      followUp: workingFriday(nextMay(coming.at(-1) ?? today)),
      deadline: today.add({ days: 16 }),
    },
    selection: {
      sessions: fridays(spring, 5, 4),
      notice: workingDayFrom(Temporal.PlainDate.from({ year: noticeYear, month: 12, day: 11 })),
      deadline: Temporal.PlainDate.from({ year: noticeYear, month: 11, day: 30 }),
    },
    full: { sessions: fridays(today.add({ weeks: 2 }), 4, 2), deadline: today.add({ days: 7 }) },
    midway: { sessions: fridays(today.subtract({ weeks: 8 }), 5, 4), deadline: today.subtract({ weeks: 10 }) },
    finished: {
      sessions: fridays(today.subtract({ weeks: 60 }), 4, 4),
      followUp: workingFriday(today.subtract({ weeks: 26 })),
      deadline: today.subtract({ weeks: 64 }),
    },
  };
}

/** When the applicant with this place in the row applied: two a day, in office hours, until the day before. */
export function demoHour(today: Temporal.PlainDate, index: number): Temporal.Instant {
  const day = today.subtract({ days: Math.max(1, 9 - Math.floor(index / 2)) });
  const hour = index % 2 === 0 ? 8 : 14;
  return day.toZonedDateTime({ timeZone: stockholm, plainTime: { hour, minute: 7 + index } }).toInstant();
}

function nextMay(after: Temporal.PlainDate): Temporal.PlainDate {
  const least = after.add({ weeks: 6 });
  const may = Temporal.PlainDate.from({ year: least.year, month: 5, day: 3 });
  return Temporal.PlainDate.compare(may, least) >= 0 ? may : may.add({ years: 1 });
}

/** The first Friday from a day on that people work. */
function workingFriday(from: Temporal.PlainDate): Temporal.PlainDate {
  const day = from.add({ days: (friday - from.dayOfWeek + 7) % 7 });
  return isWorkingDay(day) ? day : workingFriday(day.add({ weeks: 1 }));
}

function workingDayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return isWorkingDay(day) ? day : workingDayFrom(day.add({ days: 1 }));
}
