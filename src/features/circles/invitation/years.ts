import { publicHoliday, isWorkingDay } from "#kernel/swedish-days.ts";
import { monthName, weekdayName } from "./calendar-words.ts";
import type { Doubt, Span } from "./found.ts";
import type { InvitationText } from "./invitation-text.ts";
import type { InvitedYear, WarningCode } from "./invitation.ts";
import { anchoredYears, filledYears, headingAnchors, termAnchors } from "./year-anchors.ts";

/** A day a session is held on, as far as the text tells; `weekday` is what the text says, if anything. */
export type SessionDay = {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  readonly weekday: number | undefined;
  readonly at: Span;
};

/** Another full date of the text from which the sessions' year can be concluded. */
export type Witness = { readonly date: Temporal.PlainDate; readonly what: "deadline" | "written" };

/** Why a year is proposed, before it is worded. */
export type YearReason =
  | { readonly because: "deadline" | "written"; readonly date: string }
  | { readonly because: "weekdays" }
  | { readonly because: "holiday"; readonly excluded: readonly { year: number; day: string; name: string }[] };

export type YearReading = {
  readonly years: readonly (number | undefined)[];
  readonly year: Omit<InvitedYear, "why">;
  readonly reason: YearReason | undefined;
  readonly doubts: readonly Doubt<WarningCode>[];
};

/** Years that are thought of when the text gives none. */
export const firstYear = 2010;
const lastYearUnknownToday = 2030;

/** The last year that is thought of: two years ahead, since invitations look forward. */
export function lastYearFor(today: Temporal.PlainDate | undefined): number {
  return today ? today.year + 2 : lastYearUnknownToday;
}

/**
 * Settles the year of every session day (R009, R010).
 *
 * A year in the text is taken, carried backwards and forwards over its list and past New Year; a term or heading with
 * a year counts as stated. Without one, the candidates are the years in which every stated weekday is right. A public
 * holiday among the days rules a candidate out, a dated deadline or publication picks one; only such evidence makes a
 * proposal. Weekdays that a stated year contradicts are told, never corrected.
 */
export function settleYears(
  text: InvitationText,
  days: readonly SessionDay[],
  clues: { title: Span | undefined; witness: Witness | undefined; today: Temporal.PlainDate | undefined },
): YearReading {
  const stated = statedYears(text, days, clues.title);
  if (days.length === 0 || stated.every((year) => year !== undefined)) {
    return {
      years: stated,
      year: { stated: days.length > 0 || termAnchors(text).length > 0, proposed: null, candidates: [] },
      reason: undefined,
      doubts: mismatches(days, stated),
    };
  }
  return proposedYear(days, clues);
}

function statedYears(
  text: InvitationText,
  days: readonly SessionDay[],
  title: Span | undefined,
): (number | undefined)[] {
  const beside = days.map(({ year }) => year);
  if (beside.some((year) => year !== undefined)) return filledYears(days, beside);
  const terms = anchoredYears(days, termAnchors(text));
  if (terms.some((year) => year !== undefined)) return filledYears(days, terms);
  return filledYears(days, anchoredYears(days, headingAnchors(text, days, title)));
}

function proposedYear(
  days: readonly SessionDay[],
  { witness, today }: { witness: Witness | undefined; today: Temporal.PlainDate | undefined },
): YearReading {
  const at: Span = [days[0]?.at[0] ?? 0, days.at(-1)?.at[1] ?? 0];
  const missing: Doubt<WarningCode> = { code: "year_missing", at };
  const last = lastYearFor(today);
  const window = Array.from({ length: last - firstYear + 1 }, (_, index) => firstYear + index);
  const saidWeekday = days.some(({ weekday }) => weekday !== undefined);
  const witnessed = witness && firstYearAfter(days, witness.date);

  const fitting = window.filter((year) => fits(days, year));
  if (saidWeekday && fitting.length === 0) {
    return open(
      days,
      [],
      [missing, { code: "weekday_mismatch", at, values: { kind: "none", first: firstYear, last } }],
    );
  }
  const holidays = fitting.flatMap((year) => holidaysIn(days, year));
  const clear = fitting.filter((year) => !holidays.some((holiday) => holiday.year === year));
  const holidayDoubts = saidWeekday && fitting.length > clear.length ? holidays.map(asHolidayDoubt) : [];

  if (witness && witnessed !== undefined && (!saidWeekday || fitting.includes(witnessed))) {
    const candidates = saidWeekday ? fitting : [witnessed];
    return chosen(days, witnessed, candidates, { because: witness.what, date: witness.date.toString() }, [missing]);
  }
  if (saidWeekday && witnessed !== undefined) {
    return open(days, fitting, [
      missing,
      { code: "weekday_mismatch", at, values: { kind: "witness", year: witnessed } },
    ]);
  }
  const [only, another] = clear;
  if (saidWeekday && only !== undefined && another === undefined) {
    const excluded = holidays.filter(({ year }) => year !== only).map(({ year, day, name }) => ({ year, day, name }));
    const reason: YearReason = excluded.length > 0 ? { because: "holiday", excluded } : { because: "weekdays" };
    return chosen(days, only, fitting, reason, [missing, ...holidayDoubts]);
  }
  const candidates = saidWeekday ? fitting : plainCandidates(days, window, today);
  const ambiguous: Doubt<WarningCode>[] =
    candidates.length > 1 ? [{ code: "year_ambiguous", at, values: { years: candidates.join(", ") } }] : [];
  return open(days, candidates, [missing, ...ambiguous, ...holidayDoubts]);
}

/** Without weekdays: the years near today, or near any year, in which every day is a working day. */
function plainCandidates(
  days: readonly SessionDay[],
  window: readonly number[],
  today: Temporal.PlainDate | undefined,
): number[] {
  const near = window.filter((year) => today === undefined || year >= today.year - 1);
  const working = near.filter((year) =>
    datesFrom(days, year).every((date) => date !== undefined && isWorkingDay(date)),
  );
  return working.length > 0 ? working : near;
}

function open(
  days: readonly SessionDay[],
  candidates: readonly number[],
  doubts: readonly Doubt<WarningCode>[],
): YearReading {
  const years = days.map(() => undefined);
  return { years, year: { stated: false, proposed: null, candidates: [...candidates] }, reason: undefined, doubts };
}

function chosen(
  days: readonly SessionDay[],
  proposed: number,
  candidates: readonly number[],
  reason: YearReason,
  doubts: readonly Doubt<WarningCode>[],
): YearReading {
  const years = yearsFrom(days, proposed);
  return {
    years,
    year: { stated: false, proposed, candidates: [...candidates] },
    reason,
    doubts: [...doubts, ...mismatches(days, years)],
  };
}

/** The days' years when the first of them lies in `year`. */
function yearsFrom(days: readonly SessionDay[], year: number): (number | undefined)[] {
  return filledYears(
    days,
    days.map((_, at) => (at === 0 ? year : undefined)),
  );
}

function datesFrom(days: readonly SessionDay[], year: number): (Temporal.PlainDate | undefined)[] {
  const years = yearsFrom(days, year);
  return days.map((day, at) => dateOf(day, years[at]));
}

/** The date, if its year is known and the day exists in it. */
export function dateOf(
  { day, month }: { day: number; month: number },
  year: number | undefined,
): Temporal.PlainDate | undefined {
  if (year === undefined || month < 1 || month > 12 || day < 1) return undefined;
  if (day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return undefined;
  return Temporal.PlainDate.from({ year, month, day });
}

function fits(days: readonly SessionDay[], year: number): boolean {
  const dates = datesFrom(days, year);
  return days.every(
    ({ weekday }, at) => dates[at] !== undefined && (weekday === undefined || dates[at]?.dayOfWeek === weekday),
  );
}

type Holiday = { readonly year: number; readonly day: string; readonly name: string; readonly at: Span };

function holidaysIn(days: readonly SessionDay[], year: number): Holiday[] {
  return datesFrom(days, year).flatMap((date, at) => {
    const name = date && publicHoliday(date);
    const day = days[at];
    return date && day && name !== undefined ? [{ year, day: dayName(date), name, at: day.at }] : [];
  });
}

function asHolidayDoubt({ year, day, name, at }: Holiday): Doubt<WarningCode> {
  return { code: "public_holiday", at, values: { date: `${day} ${year}`, name } };
}

function dayName(date: { day: number; month: number }): string {
  return `${date.day} ${monthName(date.month)}`;
}

function firstYearAfter(days: readonly SessionDay[], date: Temporal.PlainDate): number | undefined {
  const first = days[0];
  if (!first) return undefined;
  const same = dateOf(first, date.year);
  return same && Temporal.PlainDate.compare(same, date) >= 0 ? date.year : date.year + 1;
}

/** What is wrong with days whose year is settled: another weekday than the text says, or a day when Sweden is free. */
function mismatches(days: readonly SessionDay[], years: readonly (number | undefined)[]): Doubt<WarningCode>[] {
  return days.flatMap((day, at): Doubt<WarningCode>[] => {
    const date = dateOf(day, years[at]);
    if (!date) return [];
    const shown = `${dayName(day)} ${date.year}`;
    const holiday = publicHoliday(date);
    const wrong = day.weekday !== undefined && day.weekday !== date.dayOfWeek;
    return [
      ...(wrong
        ? [
            {
              code: "weekday_mismatch" as const,
              at: day.at,
              values: {
                kind: "day",
                date: shown,
                is: weekdayName(date.dayOfWeek),
                said: weekdayName(day.weekday ?? 0),
              },
            },
          ]
        : []),
      ...(holiday !== undefined
        ? [{ code: "public_holiday" as const, at: day.at, values: { date: shown, name: holiday } }]
        : []),
      ...(holiday === undefined && date.dayOfWeek === 7 && day.weekday !== 7
        ? [{ code: "public_holiday" as const, at: day.at, values: { date: shown, name: "söndag" } }]
        : []),
    ];
  });
}
