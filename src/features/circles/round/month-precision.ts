import { z } from "zod";

/** A month somebody has promised without its day: "besked i december". The year may be left open too. */
export type Month = { readonly year: number | null; readonly month: number };

/** As it is kept and sent: `2026-12`, or `--12` while the year is open. */
export const MonthText = z.string().regex(/^(?:\d{4}|-)-(?:0[1-9]|1[0-2])$/u);

export function monthFrom(text: string): Month | undefined {
  const parts = /^(\d{4}|-)-(\d{2})$/u.exec(text);
  if (!parts) return undefined;
  const [, year = "-", month = "0"] = parts;
  return { year: year === "-" ? null : Number(year), month: Number(month) };
}

/** Whether a day lies in a month that was promised; any year will do while the year is open. */
export function isIn(day: Temporal.PlainDate, { year, month }: Month): boolean {
  return day.month === month && (year === null || day.year === year);
}
