import { monthOf, monthPattern, yearOf, yearPattern } from "./calendar-words.ts";
import { type Span, words } from "./found.ts";
import { type InvitationText, passageAt, sentenceAt } from "./invitation-text.ts";

type MonthDay = { readonly month: number; readonly day: number; readonly at: Span };

/** A year the text gives for a part of the year: "hösten 2021" is 2021 for July to December. */
type Anchor = { readonly year: number; readonly months: readonly number[]; readonly at: Span };

const autumn = [7, 8, 9, 10, 11, 12];
const spring = [1, 2, 3, 4, 5, 6, 7];
const all = [...new Set([...spring, ...autumn])];

const past =
  /startade|genomfördes|hölls|har genomförts|pågick|avslutades|beslutade|publicera|infördes|tidigare omgång|arrangerades|anordnades|började|uppdatera|utvärderades/iu;

/** Terms and school years of the text: "hösten 2021", "vårterminen 2022", "HT21", "läsåret 2026/27". Not those of the past. */
export function termAnchors(text: InvitationText): Anchor[] {
  const { plain } = text;
  const anchors: Anchor[] = [];
  const pastSaid = (at: number) => {
    const [start, end] = sentenceAt(text, at);
    return past.test(plain.slice(start, Math.min(end, start + 600)));
  };
  for (const match of plain.matchAll(
    words(
      String.raw`(?<term>höst|vår)(?:en|terminen|termin)?\s{1,3}(?<year>${yearPattern})|(?<short>ht|vt)[\s:-]{0,2}(?<shortYear>${yearPattern}|\d{2})`,
    ),
  )) {
    const { term, year, short, shortYear } = match.groups ?? {};
    const named = yearOf(year ?? shortYear ?? "");
    if (named === undefined || pastSaid(match.index)) continue;
    anchors.push({
      year: named,
      months: /^(?:höst|ht)/iu.test(term ?? short ?? "") ? autumn : spring,
      at: [match.index, match.index + match[0].length],
    });
  }
  for (const match of plain.matchAll(
    words(
      String.raw`(?:(?:läsåret|läsår|verksamhetsåret|år(?:en)?)\s{1,3})?(?<from>${yearPattern})\s{0,2}[/-]\s{0,2}(?<to>${yearPattern}|\d{2})(?![-/]\d)`,
    ),
  )) {
    const from = Number(match.groups?.["from"]);
    const to = yearOf(match.groups?.["to"] ?? "");
    if (to !== from + 1 || pastSaid(match.index)) continue;
    const at: Span = [match.index, match.index + match[0].length];
    anchors.push({ year: from, months: autumn, at }, { year: to, months: spring, at });
  }
  for (const match of plain.matchAll(
    words(
      String.raw`(?:start\p{L}*|börjar|inleds|drar igång|kör igång|pågår|löper|genomförs|perioden)\s(?:[\p{L}]+\s){0,3}?(?<month>${monthPattern})(?:\s?(?:-|till|och)\s?${monthPattern})?\s(?<year>${yearPattern})(?!\d)`,
    ),
  )) {
    const from = monthOf(match.groups?.["month"] ?? "") ?? 1;
    if (pastSaid(match.index)) continue;
    anchors.push({
      year: Number(match.groups?.["year"]),
      months: all.filter((month) => month >= from),
      at: [match.index, match.index + match[0].length],
    });
  }
  for (const match of plain.matchAll(
    words(
      String.raw`(?:under (?:hela |år )?|(?:allt|datum(?:en)?|tiderna|träffarna)\s(?:[\p{L}]+\s){0,2}?(?:gäller|avser|är) (?:år )?)(?<year>${yearPattern})(?!\s?[-/]\s?\d)`,
    ),
  )) {
    if (pastSaid(match.index)) continue;
    anchors.push({
      year: Number(match.groups?.["year"]),
      months: all,
      at: [match.index, match.index + match[0].length],
    });
  }
  return anchors;
}

/** A bare year that heads the dates: in the title, in the label of their passage, or as "under 2026" in their sentence. */
export function headingAnchors(text: InvitationText, dates: readonly MonthDay[], title: Span | undefined): Anchor[] {
  const stretches: Span[] = title ? [title] : [];
  const first = dates[0]?.at[0] ?? 0;
  stretches.push(
    ...text.lines
      .filter(({ text: line, span }) => /^(?:år(?:et)? )?20\d\d$/iu.test(line) && span[0] < first)
      .map(({ span }) => span),
  );
  for (const first of dates.slice(0, 12)) {
    const passage = passageAt(text, first.at[0]);
    if (passage) stretches.push(passage.label);
    stretches.push([sentenceAt(text, first.at[0])[0], first.at[0]]);
    const lineBefore = text.plain.lastIndexOf("\n", Math.max(0, text.plain.lastIndexOf("\n", first.at[0]) - 1));
    stretches.push([Math.max(0, lineBefore), first.at[0]]);
  }
  const bare = new RegExp(String.raw`(?<![\d:/.-])${yearPattern}(?![\d/-]|[:.]\d|\s*kr)`, "gu");
  for (const [start, end] of stretches) {
    const found = [...text.plain.slice(start, end).matchAll(bare)].filter(
      ({ index }) =>
        !/(?:sou|sfs|lag|förordning|avtal|överenskommelse|strategi|plan|publicera\p{L}*)[^\n]{0,25}$/iu.test(
          text.plain.slice(Math.max(0, start + index - 40), start + index),
        ),
    );
    const years = [...new Set(found.map(([year]) => Number(year)))];
    const [year, other] = years;
    if (year !== undefined && other === undefined) {
      const from = start + (found[0]?.index ?? 0);
      return [{ year, months: all, at: [from, from + 4] }];
    }
  }
  return [];
}

/**
 * Gives every date a year from those that have one: a year stands last in its list ("22/10, 19/11 och 10/12 2021"),
 * and goes on after it, turning at New Year ("samt 14/1 och 6/5").
 */
export function filledYears(
  dates: readonly MonthDay[],
  known: readonly (number | undefined)[],
): (number | undefined)[] {
  const years = [...known];
  for (let at = years.length - 2; at >= 0; at -= 1) {
    const next = years[at + 1];
    const [here, there] = [dates[at], dates[at + 1]];
    years[at] ??= twinYear(dates, years, at);
    if (years[at] !== undefined || next === undefined || !here || !there) continue;
    const earlierKnown = known.slice(0, at).findLast((year) => year !== undefined);
    if (earlierKnown !== undefined && earlierKnown > next - (isLater(here, there) ? 1 : 0)) continue;
    years[at] = isLater(here, there) ? next - 1 : next;
  }
  for (let at = 1; at < years.length; at += 1) {
    const before = years[at - 1];
    const [here, there] = [dates[at], dates[at - 1]];
    if (years[at] !== undefined || before === undefined || !here || !there) continue;
    years[at] =
      twinYear(dates, years, at) ?? (isLater(there, here) && !isInterleaved(dates, years, at) ? before + 1 : before);
  }
  return years;
}

/**
 * A second list may go back within the year of the first ("20 januari, 10 mars och 5 maj, handledning 15 februari"):
 * a day that is no earlier than that year's first needs no New Year before it.
 */
function isInterleaved(dates: readonly MonthDay[], years: readonly (number | undefined)[], at: number): boolean {
  const year = years[at - 1];
  const first = dates.find((_, index) => index < at && years[index] === year);
  const here = dates[at];
  return first !== undefined && here !== undefined && isLater(here, first);
}

/** A day that is named twice has one year. */
function twinYear(dates: readonly MonthDay[], years: readonly (number | undefined)[], at: number): number | undefined {
  const here = dates[at];
  const twin = dates.findIndex(
    (date, index) => index !== at && years[index] !== undefined && date.month === here?.month && date.day === here.day,
  );
  return twin < 0 ? undefined : years[twin];
}

export function isLater(one: { month: number; day: number }, other: { month: number; day: number }): boolean {
  return one.month > other.month || (one.month === other.month && one.day > other.day);
}

/** The years the anchors give: for the first date that fits an anchor after the dates before it. */
export function anchoredYears(dates: readonly MonthDay[], anchors: readonly Anchor[]): (number | undefined)[] {
  const years: (number | undefined)[] = dates.map(() => undefined);
  for (const [at, date] of dates.entries()) {
    const heading = anchors
      .filter(
        ({ at: [start], months }) => start < date.at[0] && date.at[0] - start < 200 && months.includes(date.month),
      )
      .at(-1);
    if (heading) years[at] = heading.year;
  }
  if (years.some((year) => year !== undefined)) return consistent(dates, years);
  for (const anchor of anchors) {
    const at = dates.findIndex(({ month }) => anchor.months.includes(month));
    if (at >= 0 && years[at] === undefined) years[at] = anchor.year;
  }
  return consistent(dates, years);
}

/** Keeps the first anchored year and lets the calendar settle the rest, unless a later anchor says more. */
function consistent(dates: readonly MonthDay[], years: readonly (number | undefined)[]): (number | undefined)[] {
  const kept = [...years];
  let last: number | undefined;
  for (const [at, year] of kept.entries()) {
    if (year === undefined) continue;
    const before = last === undefined ? undefined : dates[last];
    const here = dates[at];
    if (
      before &&
      here &&
      last !== undefined &&
      kept[last] !== undefined &&
      year === kept[last] &&
      isLater(before, here) &&
      twinYear(dates.slice(0, at + 1), kept, at) === undefined
    )
      kept[at] = undefined;
    else last = at;
  }
  return kept;
}
