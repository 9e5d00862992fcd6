import { monthOf, monthPattern } from "./calendar-words.ts";
import { type RoledDate, weeksIn } from "./date-roles.ts";
import { type Doubt, type Found, type Span, within } from "./found.ts";
import { type InvitationText, sentenceAt } from "./invitation-text.ts";
import type { WarningCode } from "./invitation.ts";

export type Deadline = {
  readonly deadline: Found<string> | undefined;
  readonly extended: Found<true> | undefined;
  readonly doubts: readonly Doubt<WarningCode>[];
};

const extension =
  /förläng(?:d|t|da|s|er|ts|ning|es|a)(?!\p{L})[^.!?\n]{0,60}(?:anmäl|ansök|tid|dag|till|datum)|(?:anmäl|ansök)\p{L}*[^.!?\n]{0,60}förläng(?:d|t|da|s|er|ts|ning|es|a)(?!\p{L})|ny(?:tt)? sista (?:anmälnings|ansöknings)?(?:dag|datum)|ny(?:tt)? (?:anmälnings|ansöknings)?(?:datum|dag) för anmälan|(?:håller|hålls|är|förblir|fortsatt|kvar)\s[^.!?\n]{0,30}öppe[tn]a?\s[^.!?\n]{0,30}(?:tills|till dess)[^.!?\n]{0,40}(?:full|fyll|slut)|sista (?:anmälnings|ansöknings)dag(?:en)? (?:har )?(?:flyttats|flyttas|skjuts|ändrats|senareläggs)|fortfarande (?:möjligt att anmäla|öppet för anmälan)/iu;

/**
 * The last day to apply and whether it was extended (R120). Of several, the one in the sentence that tells of the
 * extension is the one that holds. Without a year of its own it stays without, and is warned about (R027).
 */
export function deadlineIn(text: InvitationText, dates: readonly RoledDate[]): Deadline {
  const match = extension.exec(text.plain);
  const extended: Found<true> | undefined = match
    ? { value: true, at: [match.index, match.index + match[0].length] }
    : undefined;
  const last = dates.filter(({ role, exists }) => role === "deadline" && exists);
  const sentence = match && sentenceAt(text, match.index);
  const inExtension = last.filter(({ at }) => sentence && within(at, [sentence[0], sentence[1] + 1]));
  const moved = inExtension.at(-1) ?? (extended && last.length > 1 ? latest(last) : undefined);
  const date = moved ?? last[0];
  if (!date) return { deadline: undefined, extended, doubts: [{ code: "deadline_missing", at: extended?.at ?? null }] };
  const twin = last.find(({ day, month, year }) => day === date.day && month === date.month && year !== undefined);
  const year = date.year ?? twin?.year;
  const doubts: Doubt<WarningCode>[] = year === undefined ? [{ code: "deadline_year_missing", at: date.at }] : [];
  return { deadline: { value: dayText(date, year), at: date.at }, extended, doubts };
}

function latest(dates: readonly RoledDate[]): RoledDate | undefined {
  return dates.toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0) || a.month - b.month || a.day - b.day).at(-1);
}

const two = (value: number) => String(value).padStart(2, "0");

function dayText({ month, day }: RoledDate, year: number | undefined): string {
  return year === undefined ? `--${two(month)}-${two(day)}` : `${year}-${two(month)}-${two(day)}`;
}

const notice = String.raw`besked|(?:plats|antagna|sökande) (?:meddelas|kontaktas)|får (?:du |ni )?(?:svar|veta)|meddelas (?:om|vilka|senast)|antagna (?:meddelas|kontaktas)|(?:svar|återkoppling) (?:lämnas|ges|kommer)|meddelar vi|bekräftelse|beslut om (?:plats|antagning)`;
const monthly = new RegExp(
  String.raw`(?:${notice})[^.!?\n]{0,80}?(?<!\p{L})(?:i|under|till|senast i|mitten av|slutet av|början av|(?:i )?månadsskiftet \p{L}+/)\s*(?<month>${monthPattern})(?!\p{L})(?:\s*(?<year>(?:19|20)\d\d))?|(?<!\p{L})(?:i|under|mitten av|slutet av|början av)\s+(?<month2>${monthPattern})(?!\p{L})(?:\s+(?<year2>(?:19|20)\d\d))?[^.!?\n]{0,60}(?:${notice})`,
  "iu",
);

/** When applicants get their answer: a day, or a month when no more is said (R026). Its year only if it stands there. */
export function noticeIn(
  text: InvitationText,
  dates: readonly RoledDate[],
): { notice: Found<string> | undefined; doubts: Doubt<WarningCode>[] } {
  const notice = noticeDateIn(text, dates);
  const yearless = dates
    .filter(({ role, exists, year }) => role === "notice" && exists && year === undefined)
    .slice(0, 1);
  const weeks = weeksIn(text).filter(([at]) => {
    const [start, end] = sentenceAt(text, at);
    return weekly.test(text.plain.slice(Math.max(start, at - 80), Math.min(end, at + 60)));
  });
  return {
    notice,
    doubts: [
      ...(notice?.value.length === 4
        ? yearless.map(({ at }): Doubt<WarningCode> => ({ code: "unread_text", at, values: { kind: "noticeYear" } }))
        : []),
      ...weeks.slice(0, 5).map((at): Doubt<WarningCode> => ({
        code: "unread_text",
        at: [Math.max(text.plain.lastIndexOf("v", at[0]), at[0] - 8, 0), at[1]],
        values: { kind: "week" },
      })),
    ],
  };
}

/** A week is no date: an answer or a last day "v. 25" is told, not read. */
const weekly = /besked|anmäl|ansök|senast|svar/iu;

function noticeDateIn(text: InvitationText, dates: readonly RoledDate[]): Found<string> | undefined {
  const date = dates.find(({ role, exists }) => role === "notice" && exists);
  if (date?.year !== undefined) return { value: dayText(date, date.year), at: date.at };
  const match = monthly.exec(text.plain);
  const groups = match?.groups ?? {};
  const month = monthOf(groups["month"] ?? groups["month2"] ?? "");
  if (match && month !== undefined && !date) {
    const at: Span = [match.index, match.index + match[0].length];
    const year = groups["year"] ?? groups["year2"];
    return { value: `${year ?? "-"}-${two(month)}`, at };
  }
  // A day without a year has no place in the contract; its month has.
  return date ? { value: `--${two(date.month)}`, at: date.at } : undefined;
}
