import {
  dayExists,
  englishMonthPattern,
  monthOf,
  monthPattern,
  weekdayOf,
  weekdayPattern,
  yearOf,
  yearPattern,
} from "./calendar-words.ts";
import type { Span } from "./found.ts";
import { ordinalOf, ordinalPattern } from "./number-words.ts";

/** A day as written: year and weekday only if they stand there. `exists` is false for 30 February. */
export type DateMention = {
  readonly day: number;
  readonly month: number;
  readonly year: number | undefined;
  readonly weekday: number | undefined;
  readonly exists: boolean;
  readonly at: Span;
};

/** More days than this are no invitation; sessions have a lower limit, and say so. */
const mostDates = 300;

type Parts = Omit<DateMention, "exists"> & { readonly plural?: boolean; readonly joint?: boolean };

const weekday = String.raw`(?:${weekdayPattern})`;
const dayNumber = String.raw`\d{1,2}(?![\d/]|[.:]\d)(?::?(?:de|dje|te|e|a)(?!\p{L})|:(?:e|a)|\.(?=\s*${monthPattern}))?`;
const day = String.raw`(?:${weekday}\.?,?\s+)?(?:den\s+)?${dayNumber}`;
const and = String.raw`\s*(?:,(?:\s*(?:och|samt|&))?|och|samt|&|\+|-|till|eller)\s*`;
const year = String.raw`(?:\s*,?\s*\(?(?<year>${yearPattern})(?!\d|[-.:]\d|\s*kr)\)?|\s?[-'](?<short>[1-3]\d)(?!\d|\s*[-/.:]\s*\d|\s*${monthPattern}(?!\p{L})))?`;
const start = String.raw`(?<![\d/:¤]|\d[.,])`;

const shapes = [
  // 2021-10-01 · 2021/10/01 · 2021.10.01
  String.raw`${start}(?:(?<before>${weekday})\.?,?\s+)?(?:den\s+)?(?<iso>${yearPattern}[-/.](?:0[1-9]|1[0-2])[-/.](?:[0-3]\d))(?!\d)`,
  // 1/10 2021 · 5, 12 och 19/3 · 27-28/1
  String.raw`${start}(?<slash>(?:(?:(?:${weekday}\.?,?\s+)?(?:den\s+)?\d{1,2}${and}){0,9}(?:${weekday}\.?,?\s+)?(?:den\s+)?\d{1,2}))/(?<m>1[0-2]|0?[1-9])(?![\d/])(?:\s*\(?(?<year>${yearPattern})(?!\d|[-.:]\d|\s*kr)\)?|\s?[-/](?<full>${yearPattern})(?!\d)|\s?[-/'](?<short>[1-3]\d)(?!\d|\s*[-/.:]\s*\d|\s*${monthPattern}(?!\p{L})))?(?!\s*(?:av|dag(?:s|ar)?|tjänst|del|timme|års)(?!\p{L}))`,
  String.raw`${start}(?<fullslash>\d{1,2}/(?:1[0-2]|0?[1-9])/${yearPattern})(?!\d)`,
  // 27 januari · fredagen den 5:e september 2021 · 6, 13 och 20 oktober -21
  String.raw`${start}(?<named>${day}(?:${and}${day}){0,12})(?:[^\S\n]*|\s*(?-i:(?=\p{Ll})))(?<month>${monthPattern})(?!\p{L})\.?${year}`,
  // den första oktober 2021
  String.raw`(?<!\p{L})(?:(?<before2>${weekday})\s+)?den\s+(?<ordinal>${ordinalPattern})\s+(?<month2>${monthPattern})(?!\p{L})\.?(?:\s+(?<year2>${yearPattern}))?`,
  // Oktober: 3, 10 och 17
  String.raw`(?<!\p{L}|\d\s?)(?<month3>${monthPattern})(?:\s+(?<year3>${yearPattern}))?\s*:\s*(?<days3>${day}(?:${and}${day}){0,12})(?!\s*(?:${monthPattern}|[/.:]\d|\p{L}))`,
  // Januari 21, first on a line
  String.raw`(?<=^[\s•*|-]{0,6})(?<month3>${monthPattern})[^\S\n]+(?<days3>${day}(?:${and}${day}){0,12})(?=[^\S\n]*(?:$|[,;(|\t]|kl|¤))`,
  // January 12, 2027 · 12 January 2027, in the head of a mail
  String.raw`(?<![\p{L}\d])(?<month3>${englishMonthPattern})\s+(?<days3>\d{1,2}),?\s+(?<year3>${yearPattern})(?!\d)`,
  String.raw`${start}(?<named>\d{1,2})\s+(?<month>${englishMonthPattern})\s+(?<year>${yearPattern})(?!\d)`,
  // 1.10.2021
  String.raw`${start}(?<dotted>\d{1,2}\.\d{1,2}\.${yearPattern})(?!\d)`,
].map((shape) => new RegExp(shape, "gdimu"));

/**
 * Finds the days a text names. The text comes with times, phone numbers, addresses and other digits masked as "¤",
 * so that "kl 13-16, 3 mars" holds one day. Gives single days; `joint` pairs of days become stretches elsewhere.
 */
export function dateMentions(masked: string): DateMention[] {
  let text = masked;
  const found: Parts[] = [];
  for (const shape of shapes) {
    for (const match of text.matchAll(shape)) found.push(...partsOf(match));
    text = text.replaceAll(shape, (whole) => "¤".repeat(whole.length));
  }
  const sorted = found
    .toSorted((a, b) => a.at[0] - b.at[0])
    .slice(0, mostDates)
    .map((parts) => withWeekdayAfter(parts, masked));
  return pluralWeekdays(sorted, masked).map(({ day: d, month, year: y, weekday: w, at: [from, to] }) => ({
    day: d,
    month,
    year: y,
    weekday: w,
    exists: dayExists(d, month, y),
    // The full stop after a whole month name ends a sentence.
    at: [from, /(?:\p{L}{4}|maj)\.$/iu.test(masked.slice(from, to)) ? to - 1 : to],
  }));
}

function partsOf(match: RegExpExecArray): Parts[] {
  const groups = match.groups ?? {};
  const at: Span = [match.index, match.index + match[0].length];
  const yearText = groups["year"] ?? groups["short"] ?? groups["full"] ?? groups["year2"] ?? groups["year3"];
  const yearStated = yearText === undefined ? undefined : yearOf(yearText);
  const iso =
    groups["iso"] ??
    groups["dotted"]?.split(".").toReversed().join("-") ??
    groups["fullslash"]?.split("/").toReversed().join("-");
  if (iso !== undefined) {
    const [y, m, d] = iso.split(/[-/.]/u).map(Number);
    return [{ day: d ?? 0, month: m ?? 0, year: y, weekday: weekdayIn(groups["before"]), at }];
  }
  if (groups["ordinal"] !== undefined) {
    const month = monthOf(groups["month2"] ?? "") ?? 0;
    return [
      { day: ordinalOf(groups["ordinal"]) ?? 0, month, year: yearStated, weekday: weekdayIn(groups["before2"]), at },
    ];
  }
  const listed = groups["slash"] ?? groups["named"] ?? groups["days3"] ?? "";
  const listAt =
    match.indices?.groups?.["slash"] ?? match.indices?.groups?.["named"] ?? match.indices?.groups?.["days3"] ?? at;
  const month = groups["m"] === undefined ? monthOf(groups["month"] ?? groups["month3"] ?? "") : Number(groups["m"]);
  return daysIn(listed, listAt[0], match, month ?? 0, yearStated);
}

/** The days of a list that shares one month and, if any, one year. A stretch of at most five days is each of its days. */
function daysIn(
  listed: string,
  offset: number,
  match: RegExpExecArray,
  month: number,
  yearStated: number | undefined,
): Parts[] {
  const tokens = [
    ...listed.matchAll(
      new RegExp(String.raw`(?:(?<w>${weekday})\.?,?\s+)?(?:den\s+)?(?<d>\d{1,2})[^\d,&+-]{0,4}`, "giu"),
    ),
  ];
  const parts: Parts[] = [];
  for (const [at, token] of tokens.entries()) {
    const from = offset + token.index;
    const last = at === tokens.length - 1;
    const number = Number(token.groups?.["d"]);
    const before = parts.at(-1);
    const gap = listed.slice(0, token.index).trimEnd();
    const stretch = /(?:-|till)$/u.test(gap) && before !== undefined && number > before.day && number - before.day <= 4;
    for (let between = (before?.day ?? 0) + 1; stretch && between < number; between += 1) {
      parts.push({
        day: between,
        month,
        year: yearStated,
        weekday: undefined,
        at: [from, from + token[0].trimEnd().length],
      });
    }
    const end = last
      ? match.index + match[0].trimEnd().length
      : from + (token[0].search(/\d/u) + (token.groups?.["d"]?.length ?? 0));
    const named = token.groups?.["w"];
    parts.push({
      day: number,
      month,
      year: yearStated,
      weekday: weekdayIn(named),
      at: [last && at === 0 ? match.index : from, end],
      plural: named !== undefined && /ar(?:na)?$/iu.test(named),
    });
  }
  return parts;
}

const weekdayIn = (word: string | undefined) => (word === undefined ? undefined : weekdayOf(word));

/** "27/1 (fre)" and "27 januari, fredag". */
function withWeekdayAfter(parts: Parts, text: string): Parts {
  if (parts.weekday !== undefined) return parts;
  const after = new RegExp(String.raw`^\s*[(,]\s*(?<w>${weekday})\.?\s*(?:\)|[,;:.]|$|\s+(?:¤|kl))`, "iu").exec(
    text.slice(parts.at[1], parts.at[1] + 20),
  );
  return after ? { ...parts, weekday: weekdayIn(after.groups?.["w"]) } : parts;
}

/** "fredagarna 27/1, 17/2 och 17/3": the weekday is said once for all that follow in the sentence. */
function pluralWeekdays(parts: readonly Parts[], text: string): Parts[] {
  let said: Parts | undefined;
  return parts.map((each) => {
    if (each.weekday !== undefined) said = each.plural ? each : undefined;
    else if (said && !/[\n.!?]\s/u.test(text.slice(said.at[1], each.at[0]))) return { ...each, weekday: said.weekday };
    else said = undefined;
    return each;
  });
}
