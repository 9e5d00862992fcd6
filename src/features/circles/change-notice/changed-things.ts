import type { ChangedThing, ThingKind } from "#features/circles/change-notice/change-notice.ts";
import { type ChangeKind, type Promised, sessionChange, waitsForNotice } from "#features/circles/round/round-change.ts";
import type { Session } from "#features/circles/round/round.ts";

/**
 * What a change to a round is told as: each thing with what it was and what it became, meetings first and in their order.
 *
 * It tells exactly the kinds that `roundChange` says are told, so that nobody gets a mail about something the page keeps
 * silent about, and the other way round. (R012, Ä-1 in docs/rules.md)
 */
export function changedThings(
  before: Promised,
  after: Promised & { readonly sessions: readonly Told[] },
): ChangedThing[] {
  const known = new Map(before.sessions.map((session) => [session.id, session]));
  return [
    ...after.sessions.flatMap((session) => {
      const was = known.get(session.id);
      return sessionChange(was, session).flatMap((kind) => sessionThing(kind, was, session));
    }),
    ...thing("hours", before.hours, after.hours),
    ...thing("cost", before.cost, after.cost),
    ...thing("purpose", before.purpose, after.purpose),
    ...thing("goal", before.goal, after.goal),
    ...(waitsForNotice(after) ? thing("notice", before.noticeDate, after.noticeDate) : []),
  ];
}

/** The kind of change that a thing is told as in a mail's first line. */
export function toldAs(kind: ThingKind): ChangeKind {
  return kind === "purpose" || kind === "goal" ? "aim" : kind;
}

/** What a manager said yes to: the days and the hours. */
const consultedOn: ReadonlySet<ThingKind> = new Set(["added", "calledOff", "date", "time", "hours"]);

/** The things a manager is asked about again. (R115) */
export function thingsForManagers<Thing extends Pick<ChangedThing, "kind">>(things: readonly Thing[]): Thing[] {
  return things.filter(({ kind }) => consultedOn.has(kind));
}

/** A meeting with the reason it was called off for, if anybody gave one. */
type Told = Session & { readonly calledOffReason?: string | null };

type SessionKindOfChange = ReturnType<typeof sessionChange>[number];

function sessionThing(kind: SessionKindOfChange, before: Session | undefined, after: Told): ChangedThing[] {
  const about = { sessionId: after.id, day: after.date };
  switch (kind) {
    case "date":
      return thing("date", before?.date, after.date, about);
    case "time":
      return thing("time", before && timesOf(before), timesOf(after), about);
    case "mode":
      return thing("mode", before?.mode, after.mode, about);
    case "venue":
      return thing("venue", before?.venue, after.venue, about);
    case "calledOff":
      return [{ ...about, kind, was: null, became: words(after.calledOffReason) }];
    default:
      return [{ ...about, kind: kind as ThingKind, was: null, became: null }];
  }
}

function thing(kind: ThingKind, before: Value, after: Value, about = wholeRound): ChangedThing[] {
  const was = words(before);
  const became = words(after);
  return was === became ? [] : [{ ...about, kind, was, became }];
}

type About = Pick<ChangedThing, "sessionId" | "day">;
const wholeRound: About = { sessionId: null, day: null };

type Value = { toString(): string } | null | undefined;

function words(value: Value): string | null {
  return value?.toString() || null;
}

/** "09:00–13:00", "09:00" when nobody has said when it ends, "–13:00" when nobody has said when it begins. */
function timesOf({ starts, ends }: Pick<Session, "starts" | "ends">): string | null {
  const clock = (time: Temporal.PlainTime | null) => time?.toString({ smallestUnit: "minute" }) ?? "";
  return starts || ends ? `${clock(starts)}${ends ? `–${clock(ends)}` : ""}` : null;
}
