import { isSqueezeDay, publicHoliday } from "#kernel/swedish-days.ts";

/** What is odd about the day of a meeting. Nothing here forbids it: people do meet on Saturdays. */
export type DayRemark =
  | { readonly code: "holiday"; readonly holiday: string }
  | { readonly code: "weekend" }
  | { readonly code: "squeezeDay" }
  | { readonly code: "otherWeekday"; readonly usual: number }
  | { readonly code: "sameDay" };

/**
 * What somebody planning a meeting wants to be told about its day: a public holiday, a weekend, a day squeezed
 * between free days, a weekday that differs from all the others, or two meetings on one day. (R009, R010)
 */
export function dayRemarks(date: Temporal.PlainDate, others: readonly Temporal.PlainDate[]): DayRemark[] {
  const remarks: DayRemark[] = [];
  const holiday = publicHoliday(date);
  if (holiday) remarks.push({ code: "holiday", holiday });
  else if (date.dayOfWeek > 5) remarks.push({ code: "weekend" });
  else if (isSqueezeDay(date)) remarks.push({ code: "squeezeDay" });

  const usual = onlyWeekdayOf(others);
  if (usual !== undefined && usual !== date.dayOfWeek) remarks.push({ code: "otherWeekday", usual });
  if (others.some((other) => other.equals(date))) remarks.push({ code: "sameDay" });
  return remarks;
}

/** The weekday all of several dates fall on, if they do; two dates on one weekday may be chance, three are a habit. */
function onlyWeekdayOf(dates: readonly Temporal.PlainDate[]): number | undefined {
  const weekdays = new Set(dates.map((date) => date.dayOfWeek));
  return dates.length >= 3 && weekdays.size === 1 ? dates[0]?.dayOfWeek : undefined;
}
