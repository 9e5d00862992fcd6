import { dayExists } from "#features/circles/invitation/calendar-words.ts";
import { type DateMention, dateMentions } from "#features/circles/invitation/date-mentions.ts";
import type { Span } from "#features/circles/invitation/found.ts";
import { maskedText } from "#features/circles/invitation/masked-text.ts";
import { type TimeMention, bareHoursAt, timesIn } from "#features/circles/invitation/times.ts";

/** More than this in one stretch is no sentence about a day. */
const mostSearched = 2_000;

export type Day = DateMention & { readonly written: string };
export type DaysAndTimes = { readonly days: readonly Day[]; readonly times: readonly TimeMention[] };

/** The days and times a stretch names, placed in the whole text; a day without its year is "--05-12". */
export function daysIn(plain: string, [start, end]: Span): DaysAndTimes {
  const stretch = englishDayAfter(plain.slice(start, Math.min(end, start + mostSearched)));
  const lines = [{ span: [0, stretch.length] as const, text: stretch }];
  const times = timesIn({ plain: stretch, lines });
  const masked = maskedText(
    stretch,
    times.map(({ at }) => at),
  );
  const days = [...dateMentions(masked), ...sixDigits(masked)].map((mention) => ({
    ...mention,
    at: moved(mention.at, start),
    written: writtenOf(mention),
  }));
  const bare = days.flatMap(({ at }) => bareHoursAt(stretch, at[1] - start) ?? []);
  const all = [...times, ...bare.filter(({ at }) => !times.some((time) => time.at[0] < at[1] && at[0] < time.at[1]))];
  return {
    days,
    times: all.toSorted((a, b) => a.at[0] - b.at[0]).map((time) => ({ ...time, at: moved(time.at, start) })),
  };
}

/** "251113" as registrars write it; no day of the past century, so no birthday. */
function sixDigits(stretch: string): DateMention[] {
  return [
    ...stretch.matchAll(
      /(?<![\d\p{L}:.,/-]|\d )(?<y>[23]\d)(?<m>0[1-9]|1[0-2])(?<d>[0-3]\d)(?![\d\p{L}/-]|[.,]\d| ?kr| \d{3})/gu,
    ),
  ].flatMap(({ index, groups }) => {
    const [year, month, day] = [2000 + Number(groups?.["y"]), Number(groups?.["m"]), Number(groups?.["d"])];
    return dayExists(day, month, year)
      ? [{ day, month, year, weekday: undefined, exists: true, at: [index, index + 6] as const }]
      : [];
  });
}

/** "12 March" without a year is read as well: the month is exchanged for the Swedish one, padded to the same length. */
function englishDayAfter(stretch: string): string {
  return stretch.replaceAll(englishMonth, (whole: string, day: string, between: string, month: string) => {
    const swedish = swedishMonths[month.toLowerCase()];
    return swedish === undefined ? whole : `${day}${" ".repeat(between.length)}${swedish.padEnd(month.length, " ")}`;
  });
}

const swedishMonths: Readonly<Record<string, string>> = {
  january: "jan",
  february: "feb",
  march: "mars",
  may: "maj",
  june: "juni",
  july: "juli",
  august: "aug",
  october: "okt",
};
const englishMonth =
  /(?<![\p{L}\d])(\d{1,2})((?:st|nd|rd|th)?\s+(?:of\s+)?)(january|february|march|may|june|july|august|october)(?!\p{L})/giu;

const moved = ([start, end]: Span, by: number): Span => [start + by, end + by];

function writtenOf({ year, month, day }: DateMention): string {
  const monthDay = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return year === undefined ? `--${monthDay}` : `${year}-${monthDay}`;
}
