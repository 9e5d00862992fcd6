const months = [
  "januari",
  "februari",
  "mars",
  "april",
  "maj",
  "juni",
  "juli",
  "augusti",
  "september",
  "oktober",
  "november",
  "december",
];

/** Month names and the abbreviations in use; the full stop after an abbreviation is not part of it. */
export const monthPattern = `(?:${months.join("|")}|jan|febr?|mar|apr|jun|jul|aug|sept?|okt|nov|dec)`;

/** Months as mail programs write them: "January 12, 2027". */
export const englishMonthPattern =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december)";

export function monthOf(word: string): number | undefined {
  const start = word.toLowerCase().slice(0, 3).replace("may", "maj").replace("oct", "okt");
  const at = months.findIndex((month) => month.startsWith(start));
  return at < 0 ? undefined : at + 1;
}

export function monthName(month: number): string {
  return months[month - 1] ?? "";
}

const weekdays = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];

/** Weekdays in every form: "fredag", "fredagen", "fredagar", "fredagarna", "fre", "tors.". */
export const weekdayPattern = `(?:(?:${weekdays.join("|")})(?:en|s|ens|ar|arna|arnas)?|mån|tis|ons|tors?|fre|lör|sön)`;

export function weekdayOf(word: string): number | undefined {
  const at = weekdays.findIndex((weekday) => weekday.startsWith(word.toLowerCase().slice(0, 3)));
  return at < 0 ? undefined : at + 1;
}

export function weekdayName(weekday: number): string {
  return weekdays[weekday - 1] ?? "";
}

export const yearPattern = String.raw`(?:(?:19|20)\d{2})`;

/** "2021", "-21" and "'21" are all 2021. */
export function yearOf(text: string): number | undefined {
  const digits = text.replaceAll(/\D/gu, "");
  if (digits.length === 4) return Number(digits);
  return digits.length === 2 ? 2000 + Number(digits) : undefined;
}

/** Whether a day of a month exists in some year. */
export function dayExists(day: number, month: number, year?: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= Temporal.PlainYearMonth.from({ year: year ?? 2000, month }).daysInMonth;
}
