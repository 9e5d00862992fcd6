import type { Language } from "#kernel/messages.ts";
import { dateIn, stockholm } from "#kernel/clock.ts";

/**
 * How days and times are said to people: "fre 1 oktober", "9.00–13.00", "i morgon"; and the same in English.
 * The words themselves come from the language's own tables (CLDR), so none of them stand here.
 */

const locale: Record<Language, string> = { sv: "sv-SE", en: "en-GB" };

const inUnit = (language: Language, unit: "month" | "year") =>
  new Intl.NumberFormat(locale[language], { style: "unit", unit, unitDisplay: "long" });
const inUnits = (language: Language) => ({ month: inUnit(language, "month"), year: inUnit(language, "year") });
const lengths = { sv: inUnits("sv"), en: inUnits("en") };

/** Whether the year goes without saying: the day lies at most three months back or nine months ahead. */
export function isYearObvious(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  const months = (date.year - today.year) * 12 + date.month - today.month;
  return (
    (months > -3 || (months === -3 && date.day >= today.day)) && (months < 9 || (months === 9 && date.day <= today.day))
  );
}

type DateManner = {
  /** Leaves the year out when it is obvious from here. */
  readonly today?: Temporal.PlainDate | undefined;
  /** "1 oktober" without "fre". */
  readonly weekday?: boolean;
};

/** "fre 1 oktober", with the year unless it is obvious: "fre 1 oktober 2027". */
export function sayDate(language: Language, date: Temporal.PlainDate, manner: DateManner = {}): string {
  const { today, weekday = true } = manner;
  const words = [dayAndMonth(language, date)];
  if (weekday) words.unshift(weekdayName(language, date.dayOfWeek));
  if (!today || !isYearObvious(date, today)) words.push(String(date.year));
  return words.join(" ");
}

/** "1–3 oktober", "30 september – 2 oktober": from one day to another, without weekdays. */
export function sayDates(
  language: Language,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  today?: Temporal.PlainDate,
): string {
  const last = sayDate(language, to, { today, weekday: false });
  if (from.equals(to)) return last;
  if (from.year !== to.year)
    return `${sayDate(language, from, { weekday: false })} – ${sayDate(language, to, { weekday: false })}`;
  return from.month === to.month ? `${from.day}–${last}` : `${dayAndMonth(language, from)} – ${last}`;
}

/** "december", with the year unless it is obvious from here. */
export function sayMonth(language: Language, month: Temporal.PlainYearMonth, today?: Temporal.PlainDate): string {
  const first = month.toPlainDate({ day: 1 });
  const name = monthName(language, month.month);
  return today && isYearObvious(first, today) ? name : `${name} ${month.year}`;
}

/** "9.00–13.00", or "9.00" when nobody has said when it ends. */
export function sayTimes(language: Language, start: Temporal.PlainTime, end?: Temporal.PlainTime | null): string {
  return end ? `${sayTime(language, start)}–${sayTime(language, end)}` : sayTime(language, start);
}

/** "9.00" in Swedish, "09:00" in English. */
export function sayTime(language: Language, time: Temporal.PlainTime): string {
  const minutes = String(time.minute).padStart(2, "0");
  return language === "sv" ? `${time.hour}.${minutes}` : `${String(time.hour).padStart(2, "0")}:${minutes}`;
}

/** A moment as the clocks in Sweden show it: "tors 12 november 14.05". */
export function sayMoment(language: Language, moment: Temporal.Instant, manner: DateManner = {}): string {
  const time = moment.toZonedDateTimeISO(stockholm).toPlainTime();
  return `${sayDate(language, dateIn(moment), manner)} ${sayTime(language, time)}`;
}

/** How far off a day is: "i dag", "i morgon", "om 5 dagar", "för 2 dagar sedan". */
export function sayNearness(language: Language, date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(date, { largestUnit: "days" });
  return new Intl.RelativeTimeFormat(locale[language], { numeric: "auto" }).format(days, "day");
}

/** A day as people say it: "i går", "i dag", "i morgon", and otherwise the date. */
export function sayNearDate(language: Language, date: Temporal.PlainDate, today: Temporal.PlainDate): string {
  const { days } = today.until(date, { largestUnit: "days" });
  return Math.abs(days) <= 1 ? sayNearness(language, date, today) : sayDate(language, date, { today });
}

/** How long something takes or lies off in whole months or years: "4 månader", "2 år". */
export function sayMonths(language: Language, months: number): string {
  const unit = months >= 24 ? "year" : "month";
  const count = unit === "year" ? Math.round(months / 12) : months;
  return lengths[language][unit].format(count);
}

function dayAndMonth(language: Language, { day, month }: Temporal.PlainDate) {
  return `${day} ${monthName(language, month)}`;
}

// Looking a name up costs far less than having a day written out: a page says dozens of them.
const months = namesOf(12, { month: "long" }, (number) => new Temporal.PlainDate(2027, number, 1));
const weekdays = namesOf(7, { weekday: "short" }, (number) => new Temporal.PlainDate(2027, 2, number));

const monthName = (language: Language, month: number) => months[language][month - 1] ?? "";
/** Monday is the first; 1 February 2027 is one. */
const weekdayName = (language: Language, dayOfWeek: number) => weekdays[language][dayOfWeek - 1] ?? "";

function namesOf(count: number, options: Intl.DateTimeFormatOptions, day: (number: number) => Temporal.PlainDate) {
  const named = (language: Language) => {
    const format = new Intl.DateTimeFormat(locale[language], options);
    return Array.from({ length: count }, (_, index) => format.format(day(index + 1)));
  };
  return { sv: named("sv"), en: named("en") };
}
