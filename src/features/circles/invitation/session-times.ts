import type { RoledDate } from "./date-roles.ts";
import type { Span } from "./found.ts";
import { type InvitationText, lineAt, passageAt, sentenceAt } from "./invitation-text.ts";
import { type Scoped, clausesOf, sessionsMeant } from "./session-scope.ts";
import { type TimeMention, bareHoursAt } from "./times.ts";

/** A session's time; `own` when it was said of this session and not of all. */
export type SessionTime = { readonly time: TimeMention; readonly own: boolean };

/** The time of each session, in the same order; undefined where the text gives none. */
export function sessionTimes(
  text: InvitationText,
  times: readonly TimeMention[],
  dates: readonly RoledDate[],
  sessions: readonly Scoped[],
): (SessionTime | undefined)[] {
  const chosen: (TimeMention | undefined)[] = sessions.map(() => undefined);
  const plain = withBareHours(
    text,
    times.filter(({ agenda }) => !agenda),
    sessions,
  );
  const free: TimeMention[] = [];

  for (const time of plain) {
    const owner = ownerOf(text, time, dates, sessions);
    if (owner === "none") free.push(time);
    else if (owner !== "other") for (const at of owner) chosen[at] = completed(chosen[at], time);
  }
  const general = free.filter((time) => isAboutSessions(text, time));
  for (const time of general) applyScoped(text, time, sessions, chosen);
  blockTimes(text, general, dates, sessions, chosen);
  sameTimes(text, sessions, chosen);
  const common = general.find((time) => isCommon(text, time)) ?? general[0];
  // "Kursstart kl 9" and "kl 9-16 alla dagar": the end is said of all.
  for (const [at, time] of chosen.entries())
    if (time && common && time.end === null && time.start === common.start) chosen[at] = common;
    else if (time?.start === null && common?.start && common.start < (time.end ?? ""))
      chosen[at] = { ...time, start: common.start };
  const filled = chosen.map((time) => (time ? { time, own: true } : common && { time: common, own: false }));
  if (filled.some((time) => time !== undefined)) return filled;
  return agendaTimes(times, sessions).map((time) => time && { time, own: true });
}

/** "börjar kl 9 … slutar kl 15": the end completes what began; otherwise the first time said holds. */
function completed(known: TimeMention | undefined, time: TimeMention): TimeMention {
  if (!known) return time;
  return known.end === null && time.start === null ? { ...known, end: time.end, at: [known.at[0], time.at[1]] } : known;
}

/** "27 januari 9-12", also after "(fredag)". */
function withBareHours(
  text: InvitationText,
  times: readonly TimeMention[],
  sessions: readonly Scoped[],
): TimeMention[] {
  const bare = sessions.flatMap(({ at }) => {
    const weekday = /^\s*\(?\p{L}{3,8}\)?\.?(?=[\s,:])/u.exec(text.plain.slice(at[1], at[1] + 14));
    return [
      bareHoursAt(text.plain, at[1]) ?? (weekday ? bareHoursAt(text.plain, at[1] + weekday[0].length) : undefined),
    ].filter((time) => time !== undefined);
  });
  const labelled = text.passages
    .filter(({ kind }) => kind === "time" || kind === "timeAndPlace")
    .map(({ body }) => bareHoursAt(text.plain, body[0]))
    .filter((time) => time !== undefined);
  const spoken = [...text.plain.matchAll(dayPart).take(mostSpoken)]
    .map((match) => bareHoursAt(text.plain, match.index + match[0].length))
    .filter((time) => time !== undefined);
  const fresh = [...bare, ...labelled, ...spoken].filter(
    ({ at }) => !times.some((time) => time.at[0] < at[1] && at[0] < time.at[1]),
  );
  return [...times, ...fresh].toSorted((a, b) => a.at[0] - b.at[0]);
}

/** More parts of days than this are no invitation. */
const mostSpoken = 60;

/** "tisdag eftermiddagar 13-16" */
const dayPart =
  /(?:(?:mån|tis|ons|tors|fre)dagar|(?:efter|för)middag(?:ar)?|kväll(?:ar)?|hel- ?dag|heldag|halvdag)(?=\s\d)/giu;

/**
 * Whose time it is: the sessions before it on its line that have none yet ("27/1, 17/2 och 17/3 kl 9-12"), the one
 * after it ("kl 9-12 den 3 mars"), nobody's, or that of a date which is no session (a deadline at 14.00).
 */
function ownerOf(
  text: InvitationText,
  time: TimeMention,
  dates: readonly RoledDate[],
  sessions: readonly Scoped[],
): readonly number[] | "none" | "other" {
  const line = text.lines[lineAt(text, time.at[0])]?.span ?? time.at;
  const [sentenceStart, sentenceEnd] = sentenceAt(text, time.at[0]);
  const from = Math.max(line[0], sentenceStart);
  const before = dates.filter(({ at }) => at[1] <= time.at[0] && at[0] >= from);
  const last = before.at(-1);
  const next = dates.find(({ at }) => at[0] >= time.at[1] && at[1] <= Math.min(line[1], sentenceEnd));
  const between = next ? text.plain.slice(time.at[1], next.at[0]) : "";
  const goesOn = next !== undefined && /^[\s,]{0,3}(?:\p{L}+dag(?:en)?\s)?(?:den\s)?$/iu.test(between);
  const turned =
    last !== undefined &&
    /\p{L}{4}/u.test(text.plain.slice(last.at[1], time.at[0]).replaceAll(/\p{L}+dag\p{L}*/giu, ""));
  if (last && !(goesOn && turned)) {
    if (last.role !== "session") return "other";
    const run: number[] = [];
    for (const date of before.toReversed()) {
      if (date.role !== "session") break;
      const at = sessions.findIndex((session) => session.at[0] === date.at[0]);
      if (at >= 0) run.push(at);
    }
    return run;
  }
  if (next && goesOn) {
    const at = sessions.findIndex((session) => session.at[0] === next.at[0]);
    return next.role === "session" && at >= 0 ? [at] : "other";
  }
  return "none";
}

function isAboutSessions(text: InvitationText, time: TimeMention): boolean {
  const passage = passageAt(text, time.at[0]);
  if (passage && ["contact", "registration", "deadline", "mail", "notice"].includes(passage.kind)) return false;
  const [start, end] = sentenceAt(text, time.at[0]);
  const said = text.plain.slice(start, Math.min(end, start + 500));
  return (
    !/telefontid|ring(?:er)? |nås|anmäl|senast|fika (?:från|serveras)|drop-?in|växel|öppettid|kaffe (?:från|serveras)|registrering|informations(?:träff|möte)/iu.test(
      said,
    ) || /(?:träffarna|seminariet|utbildningen|vi ses|tid:)/iu.test(said)
  );
}

const isCommonSaid =
  /alla|samtliga|varje|träffarna|tillfällena|tid|träffas|ses|möts|heldag|äger rum|hålls|pågår|genomförs|dagarna|mötena/iu;

function isCommon(text: InvitationText, time: TimeMention): boolean {
  const passage = passageAt(text, time.at[0]);
  const [start, end] = sentenceAt(text, time.at[0]);
  return (
    passage?.kind === "time" || passage?.kind === "timeAndPlace" || isCommonSaid.test(text.plain.slice(start, end))
  );
}

/** "Första träffen är kl 9-16, övriga kl 13-16." */
function applyScoped(
  text: InvitationText,
  time: TimeMention,
  sessions: readonly Scoped[],
  chosen: (TimeMention | undefined)[],
) {
  const [start, end] = sentenceAt(text, time.at[0]);
  const clauses = clausesOf(text.plain.slice(start, end), start);
  const clause = clauses.find(({ at }) => at[0] <= time.at[0] && time.at[0] < at[1]);
  const part = /(?<part>heldag|halvdag|förmiddag|eftermiddag)arna(?!\p{L})/iu.exec(
    text.plain.slice(Math.max(start, time.at[0] - 30), time.at[0]),
  )?.groups?.["part"];
  if (part !== undefined) {
    const short = { heldag: "heldag", halvdag: "halvdag", förmiddag: "fm", eftermiddag: "em" }[part.toLowerCase()];
    const said = new RegExp(String.raw`(?<!\p{L})(?:${part}|${short})(?!\p{L})`, "iu");
    for (const [at, session] of sessions.entries())
      if (said.test(text.lines[lineAt(text, session.at[0])]?.text ?? "")) chosen[at] ??= time;
    return;
  }
  const meant = clause && sessionsMeant(clause.text, clause.at, sessions);
  if (meant === undefined || meant === "rest" || meant.length === sessions.length) return;
  for (const at of meant) chosen[at] ??= time;
}

/** Dates alone on their lines, each with its time on one of the next lines. */
function blockTimes(
  text: InvitationText,
  times: readonly TimeMention[],
  dates: readonly RoledDate[],
  sessions: readonly Scoped[],
  chosen: (TimeMention | undefined)[],
) {
  for (const [index, session] of sessions.entries()) {
    const row = lineAt(text, session.at[0]);
    const nextDate = dates.find(({ at }) => at[0] > session.at[0])?.at[0] ?? Infinity;
    const near = times.find(({ at }) => at[0] > session.at[0] && at[0] < nextDate && lineAt(text, at[0]) - row <= 2);
    const sharesLine = sessions.some((other, at) => at !== index && lineAt(text, other.at[0]) === row);
    if (near && !sharesLine && chosen[index] === undefined && !isLastOfList(text, sessions, index))
      chosen[index] = near;
  }
}

/** "Vårens träffar är 4/2 och 1/4, samma tid." */
function sameTimes(text: InvitationText, sessions: readonly Scoped[], chosen: (TimeMention | undefined)[]) {
  for (const [index, { at }] of sessions.entries()) {
    const [start, end] = sentenceAt(text, at[0]);
    const before = chosen.slice(0, index).findLast((time) => time !== undefined);
    if (before && chosen[index] === undefined && /samma (?:tid|klockslag)/iu.test(text.plain.slice(start, end)))
      chosen[index] = before;
  }
}

/** After a list with one date a line, a time below belongs to the whole list, not to its last date. */
function isLastOfList(text: InvitationText, sessions: readonly Scoped[], index: number): boolean {
  const before = sessions[index - 1];
  const here = sessions[index];
  return before !== undefined && here !== undefined && lineAt(text, here.at[0]) - lineAt(text, before.at[0]) === 1;
}

/** Without any other time, a day's program tells when the day begins and ends. */
function agendaTimes(times: readonly TimeMention[], sessions: readonly Scoped[]): (TimeMention | undefined)[] {
  return sessions.map(({ at }, index) => {
    const from = sessions.length === 1 ? 0 : at[0];
    const to = sessions[index + 1]?.at[0] ?? Infinity;
    const rows = times.filter((time) => time.agenda && time.at[0] >= from && time.at[0] < to);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || rows.length < 2) return undefined;
    const span: Span = [first.at[0], last.at[1]];
    const end = last.end ?? last.start;
    return first.start !== null && end !== null && end > first.start
      ? { start: first.start, end, at: span, agenda: true }
      : undefined;
  });
}
