import { stockholm } from "#kernel/clock.ts";

/**
 * A moment as form tools write it, in Swedish time: "2027-06-04 09:15:30", "2027-06-04T09:15", "4.6.2027 9.15",
 * "13/6/2027 09:15", "6/13/27 9:15:23". A day without a time is its beginning. Undefined when it is no moment, and when
 * it can be read in two ways: whether 4/6 is in April or in June is not guessed.
 */
export function readMoment(text: string): Temporal.Instant | undefined {
  const [, day = "", hour = "0", minute = "0", second = "0", half] =
    /^(\S+?)(?:[ T,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?:\s*([ap]m))?)?$/iu.exec(text.trim()) ?? [];
  const date = readDay(day);
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0) : Number(hour);
  if (!date || hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const time = Temporal.PlainTime.from({ hour: hours, minute: Number(minute), second: Number(second) });
  return date.toZonedDateTime({ timeZone: stockholm, plainTime: time }).toInstant();
}

function readDay(text: string): Temporal.PlainDate | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, first, sign, second, last] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/u.exec(text) ?? [];
  if (first === undefined) return undefined;
  const fullYear = Number(last) < 100 ? 2000 + Number(last) : Number(last);
  const [one, two] = [Number(first), Number(second)];
  // With dots the day stands first; with a slash only numbers over twelve tell.
  if (sign !== "/") return dayOf(fullYear, two, one);
  if (one > 12 || one === two) return dayOf(fullYear, two, one);
  return two > 12 ? dayOf(fullYear, one, two) : undefined;
}

function dayOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}
