import { type RoledDate, weeksIn } from "./date-roles.ts";
import type { Doubt, Found, Span } from "./found.ts";
import { type InvitationText, lineAt, passageAt, sentenceAt, wordsAt } from "./invitation-text.ts";
import { type DraftSession, scoped } from "./draft-session.ts";
import type { WarningCode } from "./invitation.ts";
import { namedInMonth, namedMonth } from "./session-months.ts";
import { readStatements } from "./session-statements.ts";
import { type Surroundings, surroundings } from "./session-places.ts";
import { type SessionTime, sessionTimes } from "./session-times.ts";
import { type Trait, audienceIn, cateringIn, kindIn, modeIn, provisionalIn } from "./session-traits.ts";
import type { TimeMention } from "./times.ts";
import { generalVenue, placeBeside } from "./venue.ts";

/** More sessions than this is no invitation; the rest is told as unread. */
const mostSessions = 60;

/** Reads the sessions of an invitation, in the order of the text, and what each of them is like. */
export function sessionsIn(
  text: InvitationText,
  dates: readonly RoledDate[],
  times: readonly TimeMention[],
): { sessions: DraftSession[]; doubts: Doubt<WarningCode>[] } {
  const doubts: Doubt<WarningCode>[] = [];
  const standing = dates.filter(({ role, exists }) => role === "session" && exists);
  const vague = [...weekSessions(text, dates), ...monthSessions(text, dates)];
  const all = [...standing.map((date) => drafted(date)), ...vague].toSorted((a, b) => a.at[0] - b.at[0]);
  for (const { at } of vague) doubts.push({ code: "unread_text", at, values: { kind: "noDay" } });
  if (all.length > mostSessions)
    doubts.push({ code: "unread_text", at: all[mostSessions]?.at ?? null, values: { kind: "tooMany" } });

  const drafts = all.slice(0, mostSessions);
  const dividers = [...dates.map(({ at }) => at), ...vague.map(({ at }) => at)].toSorted((a, b) => a[0] - b[0]);
  const around = surroundings(text, drafts, dividers);
  for (const [index, draft] of drafts.entries()) readBeside(text, draft, around[index], drafts);
  shareTails(text, drafts);
  for (const [index, time] of sessionTimes(text, times, dates, drafts.map(scoped)).entries()) {
    const draft = drafts[index];
    if (draft) draft.time = time;
  }
  const sessions = merged(text, drafts);
  readMonthKinds(text, sessions);
  readStatements(text, sessions);
  const venue = generalVenue(text);
  for (const session of sessions) if (session.mode?.value !== "digital") session.venue ??= venue;
  return { sessions, doubts };
}

function drafted(date: RoledDate): DraftSession {
  const { day, month, year, weekday, at } = date;
  const partialDate = `--${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return { ...blank(at), day: { day, month, year, weekday, at }, month, partialDate };
}

function blank(at: Span): DraftSession {
  return {
    at,
    day: undefined,
    month: undefined,
    partialDate: undefined,
    kind: undefined,
    time: undefined,
    mode: undefined,
    provisional: undefined,
    venue: undefined,
    catering: undefined,
    audience: undefined,
  };
}

const meets =
  /träff|tillfäll|möte|sammankomst|kick-?off|uppstart|uppfölj|seminari|workshop|utbildningsdag|cirkel|ses\b|nätverk/iu;
const notMeets =
  /besked|senast|anmäl|startar|öppna|skickas|lämnas|publicer|beslut|antagning|förläng|ansök|planer(?:as|ar) (?:att )?start|pågår|information|löpande|rapport|semester/iu;

/** A week is no date, but a session all the same: "träffarna är v. 40, 43 och 46". */
function weekSessions(text: InvitationText, dates: readonly RoledDate[]): DraftSession[] {
  return weeksIn(text).flatMap((at) => {
    const [start, end] = sentenceAt(text, at[0]);
    const said = text.plain.slice(start, end);
    const line = text.lines[lineAt(text, at[0])]?.span ?? at;
    const beside = dates.some((date) => date.at[0] >= line[0] && date.at[1] <= line[1]);
    const inPassage = ["time", "timeAndPlace"].includes(passageAt(text, at[0])?.kind ?? "other");
    const isSession = !beside && !notMeets.test(said) && (inPassage || meets.test(said));
    return isSession
      ? [blank([text.plain.lastIndexOf("v", at[0]) >= at[0] - 8 ? text.plain.lastIndexOf("v", at[0]) : at[0], at[1]])]
      : [];
  });
}

/** "samt en uppföljande träff i maj": the session is said, its day is not. Only beside a named kind of session. */
function monthSessions(text: InvitationText, dates: readonly RoledDate[]): DraftSession[] {
  return namedInMonth(text).flatMap(({ at, month, year }) => {
    const dated = dates.some((date) => date.role === "session" && date.month === month);
    const yearMonth = `${year ?? "-"}-${String(month).padStart(2, "0")}`;
    return dated ? [] : [{ ...blank(at), month, partialDate: yearMonth }];
  });
}

/** The kind of a dated session is said with its month only: "fem träffar samt en uppföljande träff i maj" (R101). */
function readMonthKinds(text: InvitationText, sessions: readonly DraftSession[]) {
  for (const { at, month } of namedInMonth(text)) {
    const [only, another] = sessions.filter((session) => session.month === month);
    if (only && !another) only.kind ??= firstTrait(text, [at], kindIn);
  }
}

/** What the words directly around a date say of its session. */
function readBeside(
  text: InvitationText,
  draft: DraftSession,
  around: Surroundings | undefined,
  drafts: readonly DraftSession[],
) {
  if (!around) return;
  const own: Span[] = [around.after, around.before, ...around.block];
  if (draft.day === undefined) own.unshift(draft.at);
  const beside = around.heading ? [...own, around.heading] : own;
  const label = listLabel(text, draft, drafts);
  const withLabel = label ? [...beside, label] : beside;
  const lead = text.plain.slice(...around.before);
  // "Fem träffar och en uppföljande träff i maj: 1/10, 22/10 …" speaks of the list, not of its first day.
  const ofList = lead.search(namedMonth) >= 0 || /(?:träffar|tillfällen|möten|dagar)[^:]*:\s*(?:den\s)?$/iu.test(lead);
  draft.kind = firstTrait(text, ofList ? withLabel.filter((span) => span !== around.before) : withLabel, kindIn);
  draft.mode = firstTrait(text, withLabel, modeIn);
  draft.provisional = firstTrait(text, withLabel, provisionalIn);
  draft.audience = firstTrait(text, own, audienceIn);
  draft.catering = firstTrait(text, [around.after, ...around.block], cateringIn);
  draft.venue =
    cellVenue(text, draft.at) ??
    [around.after, ...around.block.filter(([start]) => start > draft.at[0])]
      .map((span) => placeBeside(text, span))
      .find((place) => place !== undefined);
}

/** "Digitala träffar: 3/10, 7/11" says something of every date of its line. */
function listLabel(text: InvitationText, draft: DraftSession, drafts: readonly DraftSession[]): Span | undefined {
  const line = text.lines[lineAt(text, draft.at[0])];
  const first = line && drafts.find(({ at }) => at[0] >= line.span[0] && at[1] <= line.span[1]);
  if (!line || !first || first === draft) return undefined;
  const lead = text.plain.slice(line.span[0], first.at[0]);
  const plural = /(?:träffar|tillfällen|möten|dagar|seminarier)\p{L}*[^:]{0,20}:?\s*(?:är\s|den\s)?$/iu.test(lead);
  return plural ? [line.span[0], first.at[0]] : undefined;
}

/** The cell under "Plats" or "Lokal" in a table whose cells are divided by tabs or bars. */
function cellVenue(text: InvitationText, at: Span): Found<string> | undefined {
  const row = lineAt(text, at[0]);
  const cellsOf = (line: string) => line.replace(/^\s*\|/u, "").split(/\t+|\s*\|\s*/u);
  for (let head = row - 1; head >= Math.max(0, row - 25); head -= 1) {
    const cells = cellsOf(text.lines[head]?.text ?? "");
    const column = cells.findIndex((cell) => /^(?:plats|lokal|var)$/iu.test(cell.trim()));
    if (cells.length < 2 || column < 0) continue;
    const line = text.lines[row];
    const cell = cellsOf(line?.text ?? "")[column]?.trim();
    if (!line || cell === undefined || !/\p{Lu}/u.test(cell) || modeIn(cell) || /meddelas|senare|tba/iu.test(cell))
      return undefined;
    const start = text.plain.indexOf(cell, line.span[0]);
    return { value: wordsAt(text, [start, start + cell.length]), at: [start, start + cell.length] };
  }
  return undefined;
}

function firstTrait<Value>(
  text: InvitationText,
  spans: readonly Span[],
  read: (fragment: string) => Trait<Value> | undefined,
): Found<Value> | undefined {
  for (const [start, end] of spans) {
    const trait = read(text.plain.slice(start, Math.min(end, start + 400)));
    if (trait) return { value: trait.value, at: [start + trait.index, start + trait.index + trait.length] };
  }
  return undefined;
}

function isListed(text: InvitationText, drafts: readonly DraftSession[], draft: DraftSession): boolean {
  const [start, end] = sentenceAt(text, draft.at[0]);
  return drafts.some((other) => other.at[0] >= start && other.at[1] <= end && other.partialDate !== draft.partialDate);
}

/** What was said of the day itself weighs more than what was said of all; an end is better than none. */
function betterTime(one: SessionTime | undefined, other: SessionTime | undefined): SessionTime | undefined {
  if (!one || !other) return one ?? other;
  if (one.own !== other.own) return one.own ? one : other;
  return one.time.end === null && other.time.end !== null ? other : one;
}

/** "27/1, 17/2 och 17/3 kl 9-12 i Ekby": what follows the last of a list was said of all of it, unless in brackets. */
function shareTails(text: InvitationText, drafts: readonly DraftSession[]) {
  for (let index = drafts.length - 2; index >= 0; index -= 1) {
    const [here, next] = [drafts[index], drafts[index + 1]];
    if (!here || !next) continue;
    const [row, nextRow] = [lineAt(text, here.at[0]), lineAt(text, next.at[0])];
    // A place on the line below a list with one day a line is the place of the list.
    if (nextRow === row + 1 && next.venue && lineAt(text, next.venue.at[0]) > nextRow) here.venue ??= next.venue;
    const gap = text.plain
      .slice(here.at[1], Math.max(here.at[1], next.at[0]))
      .replaceAll(/\p{L}+dag\p{L}*|(?<!\p{L})(?:den|v\.?|vecka)(?!\p{L})/giu, "");
    if (!/^[\s,&]*(?:och|samt|-|\/)?\s*$/iu.test(gap) || gap.includes("\n")) continue;
    // "25-26 januari (Stockholm)" is one meeting; brackets after a list speak of its last day.
    const stretch = gap.trim() === "-";
    const after = <Value>(found: Found<Value> | undefined) =>
      found &&
      found.at[0] >= next.at[1] &&
      (stretch || !/^[^\n]{0,20}\([^)]*$/u.test(text.plain.slice(next.at[1], found.at[0])))
        ? found
        : undefined;
    here.mode ??= after(next.mode);
    here.venue ??= after(next.venue);
    here.catering ??= after(next.catering);
    here.provisional ??= after(next.provisional) ?? (here.day ? undefined : next.provisional);
  }
  for (const [index, draft] of drafts.entries()) {
    const before = drafts[index - 1];
    if (draft.day === undefined && before?.day === undefined && before?.provisional)
      draft.provisional ??= before.provisional;
  }
}

/** One session a day: a day named twice gathers what is said at both places. */
function merged(text: InvitationText, drafts: readonly DraftSession[]): DraftSession[] {
  const kept: DraftSession[] = [];
  for (const draft of drafts) {
    const twin = kept.find(
      ({ day }) =>
        day !== undefined &&
        day.day === draft.day?.day &&
        day.month === draft.day.month &&
        (day.year === undefined || draft.day.year === undefined || day.year === draft.day.year),
    );
    if (!twin) {
      kept.push(draft);
      continue;
    }
    // A day in the list of days stands there, not where a change of plans mentions it before.
    const moves = !isListed(text, drafts, twin) && isListed(text, drafts, draft);
    if (moves) kept.push(...kept.splice(kept.indexOf(twin), 1));
    const day = moves || (twin.day?.year === undefined && draft.day?.year !== undefined) ? draft.day : twin.day;
    const weekday = twin.day?.weekday ?? draft.day?.weekday;
    Object.assign(twin, {
      at: moves ? draft.at : twin.at,
      day: day && { ...day, weekday, year: day.year ?? twin.day?.year ?? draft.day?.year },
      kind: twin.kind ?? draft.kind,
      time: betterTime(twin.time, draft.time),
      mode: twin.mode ?? draft.mode,
      provisional: twin.provisional ?? draft.provisional,
      venue: twin.venue ?? draft.venue,
      catering: twin.catering ?? draft.catering,
      audience: twin.audience ?? draft.audience,
    });
  }
  return kept;
}
