import type { Session, SessionId } from "#features/circles/round/round.ts";

/** What people have said yes to, and what their calendars show. */
export type Promised = {
  readonly hours: number | null;
  readonly cost: number | null;
  readonly purpose: string | null;
  readonly goal: string | null;
  /** When everybody is told whether they have a place; null where places are given at once, and once it is done. */
  readonly noticeDate?: Temporal.PlainDate | null;
  readonly noticesSentAt?: Temporal.Instant | null;
  readonly sessions: readonly Session[];
};

export const changeKinds = [
  "added",
  "calledOff",
  "date",
  "time",
  "mode",
  "venue",
  "settled",
  "hours",
  "cost",
  "aim",
  "notice",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

export type RoundChange = {
  /** What those who applied are told. Empty: nobody needs a mail. */
  readonly told: readonly ChangeKind[];
  readonly raisesVersion: boolean;
  readonly asksManagersAgain: boolean;
  /** Meetings whose calendar entry looks different now. */
  readonly resequenced: readonly SessionId[];
  /** Meetings a person is told about. */
  readonly sessions: readonly SessionId[];
};

/**
 * What follows from changing a round that people have applied to.
 *
 * A manager said yes to dates and hours, so they are asked again when those change. The version is raised by whatever
 * somebody has said yes to: days, times, way of meeting, hours, cost, aim. A room is none of that: it is told, and
 * nothing more; so is a notice date that is moved before the notices are sent. A theme of a meeting changes the calendar entry without a mail. (R012, R109, R115)
 */
export function roundChange(before: Promised, after: Promised): RoundChange {
  const told = new Set<ChangeKind>();
  const sessions: SessionId[] = [];
  const resequenced: SessionId[] = [];
  const known = new Map(before.sessions.map((session) => [session.id, session]));

  for (const session of after.sessions) {
    const kinds = sessionChange(known.get(session.id), session);
    for (const kind of kinds) told.add(kind);
    if (kinds.length > 0) sessions.push(session.id);
    if (known.has(session.id) && looksDifferent(known.get(session.id), session)) resequenced.push(session.id);
  }
  if (before.hours !== after.hours) told.add("hours");
  if (before.cost !== after.cost) told.add("cost");
  if (before.purpose !== after.purpose || before.goal !== after.goal) told.add("aim");
  if (waitsForNotice(after) && !same(before.noticeDate ?? null, after.noticeDate ?? null)) told.add("notice");

  return {
    told: changeKinds.filter((kind) => told.has(kind)),
    raisesVersion: [...told].some((kind) => promises.has(kind)),
    asksManagersAgain: [...told].some((kind) => consultedOn.has(kind)),
    resequenced,
    sessions,
  };
}

/** Whoever has applied waits for a day; once the notices are sent, the day is history. */
export function waitsForNotice({ noticeDate, noticesSentAt }: Promised): boolean {
  return noticeDate != null && noticesSentAt == null;
}

const promises: ReadonlySet<ChangeKind> = new Set([
  "added",
  "calledOff",
  "date",
  "time",
  "mode",
  "hours",
  "cost",
  "aim",
]);
const consultedOn: ReadonlySet<ChangeKind> = new Set(["added", "calledOff", "date", "time", "hours"]);

/** What is different in one meeting, for those who were told how it was. */
export function sessionChange(before: Session | undefined, after: Session): ChangeKind[] {
  if (!before) return after.calledOff ? [] : ["added"];
  if (after.calledOff) return before.calledOff ? [] : ["calledOff"];
  if (before.calledOff) return ["added"];
  const kinds: ChangeKind[] = [];
  if (!same(before.date, after.date)) kinds.push("date");
  if (!same(before.starts, after.starts) || !same(before.ends, after.ends)) kinds.push("time");
  if (before.mode !== after.mode) kinds.push("mode");
  if (before.venue !== after.venue) kinds.push("venue");
  if (before.provisional && !after.provisional && kinds.length === 0) kinds.push("settled");
  return kinds;
}

function looksDifferent(before: Session | undefined, after: Session): boolean {
  if (!before) return false;
  return (
    sessionChange(before, after).length > 0 ||
    before.theme !== after.theme ||
    before.kind !== after.kind ||
    before.provisional !== after.provisional
  );
}

function same(a: { toString(): string } | null, b: { toString(): string } | null): boolean {
  return (a?.toString() ?? null) === (b?.toString() ?? null);
}
