import { monthPattern } from "./calendar-words.ts";
import { type Span, within } from "./found.ts";
import type { InvitationText } from "./invitation-text.ts";

/** A time or a stretch of time as written; `start` is null when only the end is said. `agenda` is true for the rows of a day's program ("10.00-12.00 Workshop"). */
export type TimeMention = {
  readonly start: string | null;
  readonly end: string | null;
  readonly at: Span;
  readonly agenda: boolean;
};

/** A text with more times than this is a timetable. */
const mostTimes = 300;

const hour = String.raw`(?:[01]?\d|2[0-4])`;
const clock = (name: string) => String.raw`(?<${name}h>${hour})(?:[.:](?<${name}m>[0-5]\d))?`;
const tight = (name: string) => String.raw`(?<${name}h>[01]\d|2[0-4])(?<${name}m>[0-5]\d)`;
const full = (name: string) => String.raw`(?<${name}h>${hour})[.:](?<${name}m>[0-5]\d)`;
const about = String.raw`(?:(?:cirka|ca\.?|c:a|kl(?:ockan)?\.?)\s*){0,2}`;
const until = String.raw`\s*(?:-|till|t\.?o\.?m\.?|(?:,|och)?\s*(?:slutar|avslutas|slut)(?: senast)?)\s*${about}`;
const after = String.raw`(?![\d/]|[.:]\d|\s*(?:deltagare|personer|platser|kr|%|år\b|timmar|-\s?\d|${monthPattern}(?!\p{L})))`;

const patterns = [
  // kl 9-11.30 · klockan 9 till 12 · kl. 0900-1600 · mellan kl 13 och 15
  String.raw`(?<![\p{L}\d])(?:mellan\s+)?kl(?:ockan)?\s*[.:]?\s*${about}(?:${tight("a")}(?:${until}${tight("b")})?|${clock("c")}(?:(?:${until}|(?<=mellan[^\d]{1,12}[\d.:]{1,5})\s+och\s+(?:kl\.?\s*)?)${clock("d")})?)${after}`,
  // 9.00-11.30 · 9-11.30 · 09:00 till 12
  String.raw`(?<![\p{L}\d.:/,-])(?:${full("a")}${until}${clock("b")}|(?<![\d]\s)${clock("c")}\s*-\s*${full("d")}|${tight("e")}\s*-\s*${tight("f")})${after}`,
  // mellan 13.00 och 15.00
  String.raw`(?<![\p{L}\d])mellan\s+${full("a")}\s+och\s+${clock("b")}${after}`,
  // 09:00, and 9.00 first on a line or after a comma
  String.raw`(?<![\p{L}\d.:/,-])(?<ah>${hour}):(?<am>[0-5]\d)${after}|(?<=^[\s•*|]{0,4}|\t)(?<ch>${hour})\.(?<cm>[0-5]\d)(?=\s+(?!kr(?!\p{L}))[\p{L}"]|\s*$|\t)`,
].map((pattern) => new RegExp(pattern, "gimu"));

/** All times that are written as times, in the order of the text. Bare hours ("9-12") are read beside dates only. */
export function timesIn({ plain, lines }: Pick<InvitationText, "plain" | "lines">): TimeMention[] {
  const found: Omit<TimeMention, "agenda">[] = [];
  const taken: Span[] = [];
  for (const pattern of patterns) {
    for (const match of plain.matchAll(pattern).take(mostTimes)) {
      const at: Span = [match.index, match.index + match[0].length];
      // "Läsåret 2026-2027" is no evening.
      if (/^20\d\d\s*-\s*20\d\d$/u.test(match[0])) continue;
      if (taken.some((span) => span[0] < at[1] && at[0] < span[1])) continue;
      const [start, end = null] = clockTimes(match.groups ?? {});
      if (start === undefined || (end !== null && end <= start)) continue;
      const closes =
        end === null &&
        /(?:(?:slutar|avslutas|avslutar|slut)(?: (?:med|efter) (?:lunch|fika|kaffe))?|(?:fram|pågår|på|är|varar|slutar|arbetar) till)\s(?:vid |ca\.? |cirka )?$/iu.test(
          plain.slice(Math.max(0, at[0] - 24), at[0]),
        );
      found.push(closes ? { start: null, end: start, at } : { start, end, at });
    }
    taken.splice(0, taken.length, ...found.map(({ at }) => at));
  }
  return agendaMarked(
    joined(
      found.toSorted((a, b) => a.at[0] - b.at[0]),
      plain,
    ),
    lines,
  );
}

/** Hours without minutes directly after a date: "27 januari 9-12". */
export function bareHoursAt(plain: string, from: number): TimeMention | undefined {
  const match =
    /^(?:\s|,|:|\(|\||;){0,4}(?<h>\d{1,2})\s*(?:-|till)\s*(?<u>\d{1,2})(?!\d|[/:.]\d|\s*(?:-|deltag|person|plats|år(?!\p{L})|st(?!\p{L})|grupp|kommun|team|jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec))/iu.exec(
      plain.slice(from, from + 24),
    );
  const [start, end] = [Number(match?.groups?.["h"]), Number(match?.groups?.["u"])];
  if (!match || !(start >= 6 && start < end && end <= 22)) return undefined;
  const lead = match[0].search(/\d/u);
  return { start: hhmm(start), end: hhmm(end), at: [from + lead, from + match[0].length], agenda: false };
}

function clockTimes(groups: Record<string, string | undefined>): string[] {
  return ["a", "b", "c", "d", "e", "f"].flatMap((name) => {
    const hours = groups[`${name}h`];
    return hours === undefined ? [] : [hhmm(Number(hours), Number(groups[`${name}m`] ?? 0))];
  });
}

function hhmm(hours: number, minutes = 0): string {
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

/** "kl 9-12 och 13-16" is one stretch with a pause, from 9 to 16. */
function joined(times: Omit<TimeMention, "agenda">[], plain: string): Omit<TimeMention, "agenda">[] {
  return times.map((time) => {
    const more =
      /^\s*(?:och|samt|,)\s*(?:kl\.?\s*)?(\d{1,2})(?:[.:](\d\d))?\s*-\s*(\d{1,2})(?:[.:](\d\d))?(?![\d/]|\s*(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec|deltag))/iu.exec(
        plain.slice(time.at[1], time.at[1] + 30),
      );
    if (time.end === null || !more) return time;
    const end = hhmm(Number(more[3]), Number(more[4] ?? 0));
    const start = hhmm(Number(more[1]), Number(more[2] ?? 0));
    return start >= time.end && end > start && end <= "23:00"
      ? { ...time, end, at: [time.at[0], time.at[1] + more[0].length] }
      : time;
  });
}

/** Rows that begin with a time and go on with words are a program, when at least two of them stand together. */
function agendaMarked(times: readonly Omit<TimeMention, "agenda">[], lines: InvitationText["lines"]): TimeMention[] {
  const rows = new Set<number>();
  let at = 0;
  for (const [row, { span, text }] of lines.entries()) {
    while (at < times.length && (times[at]?.at[0] ?? 0) < span[0]) at += 1;
    const first = times[at];
    if (!first || !within(first.at, span) || !/^[\s•*|-]*(?:kl\.?\s*)?\d/iu.test(text)) continue;
    const lead = text.slice(0, first.at[0] - span[0]);
    const rest = text.slice(first.at[1] - span[0]);
    if (/^[\s•*|-]*$/u.test(lead) && /^[\s|:,-]*[\p{L}"]{3,}/u.test(rest)) rows.add(row);
  }
  const program = [...rows].filter((row) => [1, 2, 3].some((step) => rows.has(row - step) || rows.has(row + step)));
  const stretches = program.map((row) => lines[row]?.span ?? [0, 0]);
  let next = 0;
  return times.map((time) => {
    while (next < stretches.length && (stretches[next]?.[1] ?? 0) < time.at[0]) next += 1;
    return { ...time, agenda: time.at[0] >= (stretches[next]?.[0] ?? Infinity) };
  });
}
