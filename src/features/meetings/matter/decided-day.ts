import { z } from "zod";

const months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
const englishMonths = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A day whose year nobody wrote, as `--03-03`, from "3 mars", "den 3 mars", "3/3" or "--03-03". The year is never
 * guessed. Undefined for what is no day. (R214)
 */
export function dayWithoutYear(written: string): string | undefined {
  const text = written.trim().toLowerCase();
  const found =
    /^--(?<month>\d{2})-(?<day>\d{2})$/u.exec(text) ??
    /^(?:den )?(?<day>\d{1,2})\/(?<month>\d{1,2})$/u.exec(text) ??
    /^(?:den )?(?<day>\d{1,2})(?:[:.]?[ae])? (?<name>[a-z]{3,9})\.?$/u.exec(text);
  if (!found?.groups) return undefined;
  const { month, name, day } = found.groups;
  const number = name === undefined ? Number(month) : monthCalled(name);
  // A leap year, so that 29 February is a day.
  const date = number ? dayIn(number, Number(day)) : undefined;
  return date && `--${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
}

/** The day to be said without a year: in a year that has all days. */
export function asDayOfSomeYear(decidedDay: string): Temporal.PlainDate {
  return Temporal.PlainDate.from(`2028${decidedDay.slice(1)}`);
}

function monthCalled(name: string): number {
  const short = name.slice(0, 3);
  return Math.max(months.indexOf(short), englishMonths.indexOf(short)) + 1;
}

function dayIn(month: number, day: number): Temporal.PlainDate | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const date = Temporal.PlainDate.from({ year: 2028, month, day });
  return date.day === day ? date : undefined;
}

/** What somebody typed of a day without a year. */
export const DecidedDay = z
  .string()
  .trim()
  .max(40)
  .nullish()
  .transform((written, context) => {
    if (!written) return null;
    const day = dayWithoutYear(written);
    if (day === undefined) context.addIssue({ code: "custom", params: { code: "matter.no_day" } });
    return day ?? null;
  });
