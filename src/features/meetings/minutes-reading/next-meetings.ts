import type { Doubt, Span } from "#features/circles/invitation/found.ts";
import { type Day, type DaysAndTimes, daysIn } from "./days.ts";
import type { MinutesWarningCode } from "./minutes.ts";
import type { MinutesText } from "./minutes-text.ts";

export type NextMeeting = {
  readonly date: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly at: Span;
};

/** A sentence that tells when the next meeting is, wherever it stands. */
export const tellsNext =
  /(?<!\p{L})(?:(?:nästa|nästkommande|kommande) (?:\p{L}*(?:möte|träff|sammanträde|tillfälle|gång)(?:t|et|en|ts|s)?|nätverksdag|\p{L}*(?:möten|träffar|sammanträden))|(?:vi|nätverket|rådet|gruppen) (?:ses|träffas|möts) (?:igen|nästa gång|härnäst|åter)|(?:ses|träffas) vi (?:igen|nästa gång|(?:den )?\d)|(?:därefter|sedan) (?:ses|träffas) vi|next (?:network )?meetings?|we meet again|neste møte|næste møde)(?!\p{L})/iu;

/** What happens on a day that is no meeting: a last day to answer, a meeting that is called off. */
const otherDay =
  /(?<!\p{L})(?:senast|före|inför|innan|anmäl\p{L}*|svar\p{L}*|o\.?s\.?a|deadline|inställ[td]\p{L}*|ställs in|utgår|flytta(?:s|t|d)? från|by|before|no later than|cancelled)(?!\p{L})[^.!?;]{0,25}$/iu;

/** The meetings to come, in the order of the text, each day once (R211). */
export function nextMeetingsIn(
  text: MinutesText,
  stretches: readonly Span[],
): { next: NextMeeting[]; doubts: Doubt<MinutesWarningCode>[] } {
  const next: NextMeeting[] = [];
  const doubts: Doubt<MinutesWarningCode>[] = [];
  for (const stretch of stretches.slice(0, 400)) {
    const { days, times } = daysIn(text.plain, stretch);
    const known = withYears(days, text.plain);
    for (const [at, day] of known.entries()) {
      if (!day.exists) {
        doubts.push({ code: "unread_text", at: day.at, values: { kind: "badDate" } });
        continue;
      }
      const before = text.plain.slice(Math.max(stretch[0], day.at[0] - 40, known[at - 1]?.at[1] ?? 0), day.at[0]);
      if (
        otherDay.test(before) ||
        /^[^.;\n]{0,15}(?:är |blir )?(?:inställ[td]|ställs in|utgår)/iu.test(
          text.plain.slice(day.at[1], Math.min(stretch[1], day.at[1] + 40)),
        )
      )
        continue;
      if (next.some(({ date }) => date === day.written)) continue;
      const time = timeOf(known, at, times);
      next.push({ date: day.written, start: time?.start ?? null, end: time?.end ?? null, at: day.at });
      if (day.year === undefined) doubts.push({ code: "next_year_missing", at: day.at });
      else if (day.weekday !== undefined && Temporal.PlainDate.from(day.written).dayOfWeek !== day.weekday)
        doubts.push({ code: "weekday_mismatch", at: day.at, values: { date: day.written } });
    }
  }
  return { next, doubts };
}

/** The time after a day and before the next one; one time only, and after them all, is the time of each. */
function timeOf(
  days: readonly Day[],
  at: number,
  times: DaysAndTimes["times"],
): DaysAndTimes["times"][number] | undefined {
  const [from, until] = [days[at]?.at[1] ?? 0, days[at + 1]?.at[0] ?? Infinity];
  const own = times.find((time) => time.at[0] >= from && time.at[1] <= until);
  const [only, ...others] = times;
  return own ?? (only && others.length === 0 ? only : undefined);
}

/** "12 maj, 9 juni och 1 september 2027": a year said once is the year of the days around it in the same stretch. */
export function withYears(days: readonly Day[], plain: string): Day[] {
  const known = days.map((day) => ({ ...day }));
  const set = (at: number, year: number) => {
    const day = known[at];
    if (day) known[at] = { ...day, year, written: `${year}-${day.written.slice(2)}` };
  };
  const together = (a: Day, b: Day) => !/[.!?]\s+\p{Lu}|\n\s*\n/u.test(plain.slice(a.at[1], b.at[0]));
  for (let at = known.length - 2; at >= 0; at -= 1) {
    const [day, later] = [known[at], known[at + 1]];
    if (
      day &&
      later &&
      day.year === undefined &&
      later.year !== undefined &&
      day.written.slice(2) <= later.written.slice(5) &&
      together(day, later)
    )
      set(at, later.year);
  }
  for (let at = 1; at < known.length; at += 1) {
    const [day, earlier] = [known[at], known[at - 1]];
    if (
      day &&
      earlier &&
      day.year === undefined &&
      earlier.year !== undefined &&
      day.written.slice(2) >= earlier.written.slice(5) &&
      together(earlier, day)
    )
      set(at, earlier.year);
  }
  return known;
}
