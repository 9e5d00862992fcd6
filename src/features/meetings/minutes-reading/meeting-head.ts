import type { Doubt, Found, Span } from "#features/circles/invitation/found.ts";
import { type Day, daysIn } from "./days.ts";
import type { MinutesWarningCode } from "./minutes.ts";
import type { MinutesText } from "./minutes-text.ts";
import { withYears } from "./next-meetings.ts";
import type { BodyLine, Sections } from "./sections.ts";

export type MeetingHead = {
  readonly title: Found<string> | undefined;
  readonly date: Found<string> | undefined;
  /** Lines that are title, day or place and so no matters. */
  readonly used: ReadonlySet<BodyLine>;
  readonly doubts: readonly Doubt<MinutesWarningCode>[];
};

const genre =
  /(?<!\p{L})(?:\p{L}*anteckning(?:ar|arna)?|\p{L}*protokoll(?:et)?|minutes|notes|mötesnotat|referat|\p{L}*möte(?:t)?|\p{L}*träff(?:en)?|\p{L}*nätverk(?:et|en)?|\p{L}*sammanträde(?:t)?|\p{L}*råd(?:et)?|styrgrupp(?:en)?|beredningsgrupp(?:en)?|\p{L}*utskott(?:et)?|network|meeting|council|nätverksdag(?:en)?|konferens|workshop)(?!\p{L})/iu;
const bareGenre =
  /^(?:\p{L}*anteckningar|protokoll|sammanträdesprotokoll|minutes|meeting notes|notes|minutes of (?:the )?meeting|referat|mötesnotat)(?: nr\.? ?\d{1,3}(?:[/:-]\d{2,4})?)?$/iu;
const greeting = /^(?:hej|hejsan|god (?:morgon|dag|middag)|tack för|kära|dear|hi|hello|välkom)/iu;
/** Days in the head that say something else than when the meeting was. */
const otherDay =
  /(?<!\p{L})(?:skickat|utskickad|justera\p{L}*|upprättad|reviderad|version|utskrift\p{L}*|godkän[dt]\p{L}*|fastställ\p{L}*|publicera\p{L}*|uppdatera\p{L}*|anslag\p{L}*|senast|nästa|nästkommande|föregående|förra|senaste|kommande|dnr|diarie\p{L}*|sent|approved|next|previous|printed)(?!\p{L})[^\n]{0,30}$/iu;
/** Words that tie a day in running text to the meeting itself. */
const met =
  /(?<!\p{L})(?:(?:vi|nätverket|nätverken|gruppen|rådet|styrgruppen|the network|we) (?:träffades|sågs|möttes|hade möte|samlades|met)|(?:mötet|träffen|sammanträdet|nätverksmötet|nätverksträffen) (?:hölls|ägde rum|genomfördes|var)|(?:anteckningar|protokoll|minnesanteckningar|minutes|notes)(?: fört| förda)? (?:från|vid|of|from) (?:\p{L}+\s){0,6}|(?:från|vid) (?:vårt |vår |dagens )?(?:\p{L}*möte|\p{L}*träff|\p{L}*sammanträde)(?:t|en|et)? (?:\p{L}+\s){0,4})/iu;
const linesOfHead = 8;

/**
 * The title and the day of the meeting. A day counts only where the text says when the meeting was: beside "Datum",
 * in the title, alone on a line of the head, or in "vi träffades den …". Any other day is somebody else's (R167), and
 * two different days leave it open.
 */
export function meetingHead(text: MinutesText, { body, dates, subject }: Sections): MeetingHead {
  const used = new Set<BodyLine>();
  const head = headLines(body);
  const title = titleIn(text, head, subject);
  for (const line of title?.lines ?? []) used.add(line);
  for (const line of head) if (isPlaceAndDay(text, line) || bareGenre.test(line.words)) used.add(line);

  const places: (readonly Span[])[] = [
    dates,
    [...(title ? [title.at] : []), ...[...used].map(({ at }) => at)],
    head.filter((line) => !used.has(line)).flatMap((line) => metAt(text, line.at)),
    subject ? [subject] : [],
    body.slice(0, 40).flatMap((line) => metAt(text, line.at)),
  ];
  const doubts: Doubt<MinutesWarningCode>[] = [];
  const found = places.map((spans) => meetingDays(text, spans)).find((days) => days.length > 0) ?? [];
  const [first] = found;
  const isOneMeeting = found.every(
    (day) => day.month === first?.month && day.year === first.year && Math.abs(day.day - first.day) <= 2,
  );
  let date: Found<string> | undefined;
  if (!first) doubts.push({ code: "date_missing", at: null });
  else if (!isOneMeeting) doubts.push({ code: "date_ambiguous", at: first.at });
  else if (!first.exists)
    doubts.push({ code: "unread_text", at: first.at, values: { kind: "badDate" } }, { code: "date_missing", at: null });
  else {
    date = { value: first.written, at: first.at };
    if (first.year === undefined) doubts.push({ code: "date_year_missing", at: first.at });
    else if (first.weekday !== undefined && Temporal.PlainDate.from(first.written).dayOfWeek !== first.weekday)
      doubts.push({ code: "weekday_mismatch", at: first.at, values: { date: first.written } });
  }
  return { title: title && { value: title.value, at: title.at }, date, used, doubts };
}

/** The first lines, until a list, a numbered point or a line that begins the matters. */
function headLines(body: readonly BodyLine[]): BodyLine[] {
  const until = body.findIndex(
    (line, at) => at > 0 && (line.bullet || line.number !== undefined || line.breaks || line.words.length > 200),
  );
  return body.slice(0, Math.min(linesOfHead, until < 0 ? body.length : until));
}

function titleIn(
  text: MinutesText,
  head: readonly BodyLine[],
  subject: Span | undefined,
): (Found<string> & { lines: BodyLine[] }) | undefined {
  const candidates = head.filter(
    (line) =>
      !greeting.test(line.words) &&
      line.words.length <= 160 &&
      !/[.!?]\s+\p{Lu}|[.!?,;]$/u.test(line.words) &&
      !line.bullet &&
      !isOnlyDay(text, line),
  );
  const line =
    candidates.find(({ hashes }) => hashes === 1) ??
    candidates.find(({ words }) => genre.test(words)) ??
    (head[0] && candidates[0] === head[0] && head.length > 1 && head[1]?.gap ? head[0] : undefined);
  if (!line) return subject && titleOf(text, subject, []);
  const at = head.indexOf(line);
  const after = head[at + 1];
  const [first] = line.cells;
  const whole: Span = line.cells.length > 1 && first ? first : line.body;
  const alone = bareGenre.test(text.plain.slice(...whole).replace(/[:\s]+$/u, ""));
  const second = line.cells[1];
  if (alone && second && /\p{L}{3}/u.test(text.plain.slice(...second))) return titleOf(text, second, [line]);
  if (alone && line.cells.length > 1 && after && candidates.includes(after) && !isPlaceAndDay(text, after)) {
    const named = titleOf(text, after.body, [line, after]);
    if (named) return named;
  }
  if (alone && after && candidates.includes(after) && !isPlaceAndDay(text, after) && after.words.length <= 120)
    return titleOf(text, [whole[0], after.body[1]], [line, after]);
  return titleOf(text, whole, [line]);
}

function titleOf(text: MinutesText, at: Span, lines: BodyLine[]): (Found<string> & { lines: BodyLine[] }) | undefined {
  const value = text.text.shown
    .slice(...at)
    .replaceAll(/\s+/gu, " ")
    .replace(/^(?:(?:sv|vb|re|fw|fwd|vs)\s?:\s*)+/iu, "")
    .replace(/[\s:]+$/u, "")
    .trim();
  return value === "" ? undefined : { value, at, lines };
}

function meetingDays(text: MinutesText, spans: readonly Span[]): Day[] {
  return spans.flatMap((span) =>
    withYears(daysIn(text.plain, span).days, text.plain).filter(
      ({ at }) => !otherDay.test(text.plain.slice(Math.max(span[0], at[0] - 60), at[0])),
    ),
  );
}

function isOnlyDay(text: MinutesText, line: BodyLine): boolean {
  const { days, times } = daysIn(text.plain, line.at);
  if (days.length === 0) return false;
  let rest = text.plain.slice(...line.at);
  for (const { at } of [...days, ...times].toSorted((a, b) => b.at[0] - a.at[0]))
    rest = rest.slice(0, at[0] - line.at[0]) + rest.slice(at[1] - line.at[0]);
  return rest.replaceAll(/(?<!\p{L})(?:den|kl\.?|klockan|\p{L}+dag(?:en)?)(?!\p{L})|[^\p{L}]/giu, "").length === 0;
}

/** "Lerum den 3 maj 2027", "2027-05-03 kl. 9–12, Teams": where and when, and nothing else. */
function isPlaceAndDay(text: MinutesText, line: BodyLine): boolean {
  return (
    line.words.length <= 80 &&
    !/[.!?]$/u.test(line.words) &&
    (isOnlyDay(text, line) ||
      (daysIn(text.plain, line.at).days.length > 0 &&
        line.words.split(/\s+/u).length <= 10 &&
        !/(?<!\p{L})(?:ska|skall|är|var|har|kommer|beslut\p{L}*|nästa|senast|will)(?!\p{L})/iu.test(line.words)))
  );
}

/** From the words that tell of the meeting to the end of the line. */
function metAt({ plain }: MinutesText, [start, end]: Span): Span[] {
  const line = plain.slice(start, Math.min(end, start + 600));
  const match = met.exec(line);
  if (!match) return [];
  const stop = line.slice(match.index).search(/[.!?]\s+\p{Lu}/u);
  return [
    [
      start + match.index,
      Math.min(stop < 0 ? end : start + match.index + stop, start + match.index + match[0].length + 60),
    ],
  ];
}
