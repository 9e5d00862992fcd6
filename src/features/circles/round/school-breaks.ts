import { easterSunday } from "#kernel/swedish-days.ts";

/** When schools are closed. The sports and Easter breaks are not the same everywhere. */
export const schoolBreaks = ["autumn", "christmas", "sports", "easter", "summer"] as const;
export type SchoolBreak = (typeof schoolBreaks)[number];

/**
 * The break that many schools have on a date, if any: a hint to somebody who plans a meeting, never a fact.
 *
 * Each municipality decides its own term dates, inside what the school ordinance (2011:185, chapter 3) allows: the
 * autumn term begins in August and ends in December, the spring term ends in June. So these are the weeks in which
 * breaks usually lie: autumn in week 44, sports somewhere in weeks 7–10 depending on where one is, Easter in the week
 * before or after Easter Sunday. Whoever plans looks up their own municipalities.
 */
export function schoolBreakOn(date: Temporal.PlainDate): SchoolBreak | undefined {
  const { month, day } = date;
  if (month === 7 || (month === 6 && day >= 15) || (month === 8 && day <= 15)) return "summer";
  if ((month === 12 && day >= 20) || (month === 1 && day <= 8)) return "christmas";
  const week = date.weekOfYear ?? 0;
  if (week === 44) return "autumn";
  if (week >= 7 && week <= 10) return "sports";
  const { days } = easterSunday(date.year).until(date, { largestUnit: "days" });
  return days >= -6 && days <= 6 ? "easter" : undefined;
}
