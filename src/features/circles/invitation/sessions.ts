import { monthOf, monthPattern } from "./calendar-words.ts";
import { type RoledDate, weeksIn } from "./date-roles.ts";
import type { Doubt, Found, Span } from "./found.ts";
import { type InvitationText, lineAt, passageAt, sentenceAt, wordsAt } from "./invitation-text.ts";
import type { InvitedSession, WarningCode } from "./invitation.ts";
import { type Surroundings, surroundings } from "./session-places.ts";
import { type Scoped, clausesOf, sessionsMeant } from "./session-scope.ts";
import { sessionTimes } from "./session-times.ts";
import { type Trait, audienceIn, cateringIn, kindIn, modeIn, provisionalIn } from "./session-traits.ts";
import type { TimeMention } from "./times.ts";
import { generalVenue, placeBeside } from "./venue.ts";
import type { SessionDay } from "./years.ts";

/** A session before its year is settled, each value with the words it was read from. */
export type DraftSession = {
  readonly at: Span;
  readonly day: SessionDay | undefined;
  readonly month: number | undefined;
  readonly partialDate: string | undefined;
  kind: Found<InvitedSession["kind"]> | undefined;
  time: TimeMention | undefined;
  mode: Found<NonNullable<InvitedSession["mode"]>> | undefined;
  provisional: Found<true> | undefined;
  venue: Found<string> | undefined;
  catering: Found<boolean> | undefined;
  audience: Found<string> | undefined;
};

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
  if (all.length > mostSessions) doubts.push({ code: "unread_text", at: all[mostSessions]?.at ?? null, values: { kind: "tooMany" } });

  const drafts = all.slice(0, mostSessions);
  const dividers = [...dates.map(({ at }) => at), ...vague.map(({ at }) => at)].toSorted((a, b) => a[0] - b[0]);
  const around = surroundings(text, drafts, dividers);
  for (const [index, draft] of drafts.entries()) readBeside(text, draft, around[index], drafts);
  for (const [index, time] of sessionTimes(text, times, dates, drafts.map(scoped)).entries()) {
    const draft = drafts[index];
    if (draft) draft.time = time;
  }
  const sessions = merged(drafts);
  readMonthKinds(text, sessions);
  readStatements(text, sessions);
  const venue = generalVenue(text);
  for (const session of sessions) if (session.mode?.value !== "digital") session.venue ??= venue;
  return { sessions, doubts };
}

const scoped = (draft: DraftSession): Scoped => ({ at: draft.at, month: draft.month, kind: draft.kind?.value ?? "regular" });

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

const meets = /träff|tillfäll|möte|sammankomst|kick-?off|uppstart|uppfölj|seminari|workshop|utbildningsdag|cirkel|ses\b|nätverk/iu;
const notMeets = /besked|senast|anmäl|startar|öppna|skickas|lämnas|publicer|beslut|antagning|förläng|ansök|planer(?:as|ar) (?:att )?start|pågår|information|löpande|rapport|semester/iu;

/** A week is no date, but a session all the same: "träffarna är v. 40, 43 och 46". */
function weekSessions(text: InvitationText, dates: readonly RoledDate[]): DraftSession[] {
  return weeksIn(text).flatMap((at) => {
    const [start, end] = sentenceAt(text, at[0]);
    const said = text.plain.slice(start, end);
    const line = text.lines[lineAt(text, at[0])]?.span ?? at;
    const beside = dates.some((date) => date.at[0] >= line[0] && date.at[1] <= line[1]);
    const inPassage = ["time", "timeAndPlace"].includes(passageAt(text, at[0])?.kind ?? "other");
    const isSession = !beside && !notMeets.test(said) && (inPassage || meets.test(said));
    return isSession ? [blank([text.plain.lastIndexOf("v", at[0]) >= at[0] - 8 ? text.plain.lastIndexOf("v", at[0]) : at[0], at[1]])] : [];
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

function namedInMonth(text: InvitationText): { at: Span; month: number; year: string | undefined }[] {
  return [...text.plain.matchAll(namedMonth)].flatMap((match) => {
    const month = monthOf(match.groups?.["month"] ?? "");
    return month === undefined ? [] : [{ at: [match.index, match.index + match[0].length] as const, month, year: match.groups?.["year"] }];
  });
}

const namedMonth = new RegExp(
    String.raw`(?<!\p{L})(?:uppföljande (?:träff|möte|tillfälle|seminarium)|uppföljnings(?:träff|möte|dag|tillfälle)|återträff|kick-?off|uppstartsträff|slutseminarium|slutkonferens|avslutningsträff|avslutande (?:träff|seminarium|konferens))\p{L}{0,3}\s+(?:sker |hålls |genomförs |äger rum |planeras )?(?:till |i |under )(?:slutet av |början av |mitten av )?(?<month>${monthPattern})(?!\p{L})(?:\s+(?<year>(?:19|20)\d\d))?`,
    "giu",
  );

/** What the words directly around a date say of its session. */
function readBeside(text: InvitationText, draft: DraftSession, around: Surroundings | undefined, drafts: readonly DraftSession[]) {
  if (!around) return;
  const own: Span[] = [around.after, around.before, ...around.block];
  if (draft.day === undefined) own.unshift(draft.at);
  const beside = around.heading ? [...own, around.heading] : own;
  const label = listLabel(text, draft, drafts);
  const withLabel = label ? [...beside, label] : beside;
  draft.kind = firstTrait(text, withLabel, kindIn);
  draft.mode = firstTrait(text, withLabel, modeIn);
  draft.provisional = firstTrait(text, withLabel, provisionalIn);
  draft.audience = firstTrait(text, own, audienceIn);
  draft.catering = firstTrait(text, [around.after, ...around.block], cateringIn);
  draft.venue = [around.after, ...around.block].map((span) => placeBeside(text, span)).find((place) => place !== undefined) ?? cellVenue(text, draft.at);
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
    if (!line || cell === undefined || !/\p{Lu}/u.test(cell) || modeIn(cell) || /meddelas|senare|tba/iu.test(cell)) return undefined;
    const start = text.plain.indexOf(cell, line.span[0]);
    return { value: wordsAt(text, [start, start + cell.length]), at: [start, start + cell.length] };
  }
  return undefined;
}

function firstTrait<Value>(text: InvitationText, spans: readonly Span[], read: (fragment: string) => Trait<Value> | undefined): Found<Value> | undefined {
  for (const [start, end] of spans) {
    const trait = read(text.plain.slice(start, Math.min(end, start + 400)));
    if (trait) return { value: trait.value, at: [start + trait.index, start + trait.index + trait.length] };
  }
  return undefined;
}

/** One session a day: a day named twice gathers what is said at both places. */
function merged(drafts: readonly DraftSession[]): DraftSession[] {
  const kept: DraftSession[] = [];
  for (const draft of drafts) {
    const twin = kept.find(({ day }) => day !== undefined && day.day === draft.day?.day && day.month === draft.day.month && (day.year === undefined || draft.day.year === undefined || day.year === draft.day.year));
    if (!twin) {
      kept.push(draft);
      continue;
    }
    const day = twin.day?.year === undefined && draft.day?.year !== undefined ? draft.day : twin.day;
    const weekday = twin.day?.weekday ?? draft.day?.weekday;
    Object.assign(twin, {
      day: day && { ...day, weekday },
      kind: twin.kind ?? draft.kind,
      time: twin.time && (twin.time.end !== null || !draft.time?.end) ? twin.time : (draft.time ?? twin.time),
      mode: twin.mode ?? draft.mode,
      provisional: twin.provisional ?? draft.provisional,
      venue: twin.venue ?? draft.venue,
      catering: twin.catering ?? draft.catering,
      audience: twin.audience ?? draft.audience,
    });
  }
  return kept;
}

const aboutSessions =
  /träff|cirkel|möte|utbildning|kurs|seminari|tillfäll|nätverk|(?<!\p{L})ses(?!\p{L})|genomför|äger rum|hålls|(?<!\p{L})dag(?:en|arna)|workshop|konferens|föreläsning|plats:|lunch|fika|lokal|webbinari|deltar? (?:du|ni)|(?<!\p{L})sker(?!\p{L})/iu;
const notAboutSessions = /informations(?:träff|möte)|anmälan (?:sker|görs)|skickas ut|bokar? (?:ett )?(?:digitalt )?möte|frågestund|till(?:handahålls)? digitalt|formulär|tidigare (?:cirkel|omgång)|material(?:et)? (?:finns|skickas)/iu;

/** What whole sentences say of all sessions, of the first two, of the rest. Words beside a date weigh more. */
function readStatements(text: InvitationText, sessions: readonly DraftSession[]) {
  if (sessions.length === 0) return;
  const all = [...sessions.keys()];
  const claimed = new Set<number>();
  for (const [start, end] of text.sentences) {
    const sentence = text.plain.slice(start, Math.min(end, start + 1_000));
    const place = passageAt(text, start)?.kind;
    const placed = place === "place" || place === "timeAndPlace" || place === "time";
    if (!(placed || aboutSessions.test(sentence)) || notAboutSessions.test(sentence)) continue;
    const unsaid = all.filter((at) => !claimed.has(at) && sessions[at]?.mode === undefined);
    let meant: number[] | undefined;
    let dated = false;
    for (const clause of clausesOf(sentence, start)) {
      const named = sessionsMeant(clause.text, clause.at, sessions.map(scoped));
      dated ||= sessions.some(({ at }) => at[0] >= clause.at[0] && at[1] <= clause.at[1]);
      if (named === "rest") meant = all.filter((at) => !claimed.has(at) && unsaid.includes(at));
      else if (named && !(named.length === all.length && meant !== undefined)) meant = named;
      const apply = (general: boolean) => meant ?? (general && !dated ? all : []);
      const told = setTrait(sessions, apply(placed), clause, modeIn, (session, found) => (session.mode ??= found));
      if (told && meant && meant.length < all.length) for (const at of meant) claimed.add(at);
      setTrait(sessions, apply(true), clause, cateringIn, (session, found) => (session.catering ??= found));
      setTrait(sessions, apply(false), clause, provisionalIn, (session, found) => (session.provisional ??= found));
    }
  }
}

function setTrait<Value>(
  sessions: readonly DraftSession[],
  chosen: readonly number[],
  clause: { text: string; at: Span },
  read: (fragment: string) => Trait<Value> | undefined,
  set: (session: DraftSession, found: Found<Value>) => void,
): boolean {
  const trait = chosen.length > 0 ? read(clause.text) : undefined;
  if (!trait) return false;
  const start = clause.at[0] + trait.index;
  for (const at of chosen) {
    const session = sessions[at];
    if (session) set(session, { value: trait.value, at: [start, start + trait.length] });
  }
  return true;
}
