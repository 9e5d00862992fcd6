/**
 * Which days are free in Sweden. `statutory` are the public holidays of the law (1989:253), Sundays aside;
 * the rest are the eves that are free in practice in every municipality and region (holiday agreements treat
 * them like public holidays).
 */
export type DayOff = { readonly name: string; readonly statutory: boolean };

/** Every public holiday and eve of a year, keyed by ISO date. */
export function daysOff(year: number): ReadonlyMap<string, DayOff> {
  const known = calendar.get(year);
  if (known) return known;
  const made = new Map(
    [...fixedDays(year), ...movingDays(year)]
      .toSorted(([a], [b]) => Temporal.PlainDate.compare(a, b))
      .map(([date, day]) => [date.toString(), day]),
  );
  calendar.set(year, made);
  return made;
}

const calendar = new Map<number, ReadonlyMap<string, DayOff>>();

/** The name of the public holiday or free eve on a date; an ordinary Saturday or Sunday has none. */
export function publicHoliday(date: Temporal.PlainDate): string | undefined {
  return daysOff(date.year).get(date.toString())?.name;
}

/** Whether public offices work on a date: no Saturday, no Sunday, no public holiday, no free eve. */
export function isWorkingDay(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek <= 5 && publicHoliday(date) === undefined;
}

/**
 * The date that lies `days` working days after a date; before it when `days` is negative.
 *
 * The day one starts from never counts, so an offer sent on a Friday with two working days lasts through
 * Tuesday. Zero gives the same date back, also when it is free.
 */
export function addWorkingDays(date: Temporal.PlainDate, days: number): Temporal.PlainDate {
  const step = Math.sign(days);
  let left = Math.abs(days);
  let reached = date;
  while (left > 0) {
    reached = reached.add({ days: step });
    if (isWorkingDay(reached)) left -= 1;
  }
  return reached;
}

/**
 * Whether a working day lies squeezed between free days ("klämdag"). For information only: such a day counts as
 * a working day everywhere, but few come to a meeting on it.
 */
export function isSqueezeDay(date: Temporal.PlainDate): boolean {
  return isWorkingDay(date) && !isWorkingDay(date.subtract({ days: 1 })) && !isWorkingDay(date.add({ days: 1 }));
}

/** Easter Sunday by the Gregorian reckoning (the method of Meeus, Jones and Butcher). */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const leapCorrection = Math.floor(century / 4);
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const golden = year % 19;
  const epact = (19 * golden + century - leapCorrection - moonCorrection + 15) % 30;
  const quarters = Math.floor((year % 100) / 4);
  const toSunday = (32 + 2 * (century % 4) + 2 * quarters - epact - ((year % 100) % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(count / 31), day: (count % 31) + 1 });
}

type Dated = readonly [Temporal.PlainDate, DayOff];

function fixedDays(year: number): Dated[] {
  return [
    off(on(year, 1, 1), "nyårsdagen"),
    off(on(year, 1, 6), "trettondedag jul"),
    off(on(year, 5, 1), "första maj"),
    // The national day took the place of Whit Monday from 2005.
    ...(year >= 2005 ? [off(on(year, 6, 6), "Sveriges nationaldag")] : []),
    off(on(year, 12, 24), "julafton", false),
    off(on(year, 12, 25), "juldagen"),
    off(on(year, 12, 26), "annandag jul"),
    off(on(year, 12, 31), "nyårsafton", false),
  ];
}

function movingDays(year: number): Dated[] {
  const easter = easterSunday(year);
  const midsummer = firstSaturdayFrom(on(year, 6, 20));
  return [
    off(easter.subtract({ days: 2 }), "långfredagen"),
    off(easter.subtract({ days: 1 }), "påskafton", false),
    off(easter, "påskdagen"),
    off(easter.add({ days: 1 }), "annandag påsk"),
    off(easter.add({ days: 39 }), "Kristi himmelsfärdsdag"),
    off(easter.add({ days: 48 }), "pingstafton", false),
    off(easter.add({ days: 49 }), "pingstdagen"),
    ...(year < 2005 ? [off(easter.add({ days: 50 }), "annandag pingst")] : []),
    off(midsummer.subtract({ days: 1 }), "midsommarafton", false),
    off(midsummer, "midsommardagen"),
    off(firstSaturdayFrom(on(year, 10, 31)), "alla helgons dag"),
  ];
}

function off(date: Temporal.PlainDate, name: string, statutory = true): Dated {
  return [date, { name, statutory }];
}

function on(year: number, month: number, day: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day });
}

function firstSaturdayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.add({ days: (6 - date.dayOfWeek + 7) % 7 });
}
