import type { Session, SessionId } from "#features/circles/round/round.ts";

type Meeting = Pick<Session, "id" | "starts" | "ends" | "calledOff">;

/** The time some meetings take: what is known, and how many of them nobody knows it of. */
export type MeetingTime = { readonly meetings: number; readonly minutes: number; readonly unknown: number };

/**
 * How long the meetings of a round are together. One that was called off takes no time; one whose times are not known
 * is counted as unknown and never guessed. (R111, R116)
 */
export function timeOf(sessions: readonly Meeting[]): MeetingTime {
  const held = sessions.filter(({ calledOff }) => !calledOff);
  const lengths = held.flatMap((session) => minutesOf(session) ?? []);
  return {
    meetings: held.length,
    minutes: lengths.reduce((sum, length) => sum + length, 0),
    unknown: held.length - lengths.length,
  };
}

/** The meetings somebody was at, and the time they took. */
export function timeAt(sessions: readonly Meeting[], attended: ReadonlySet<SessionId>): MeetingTime {
  return timeOf(sessions.filter(({ id }) => attended.has(id)));
}

/** The time that some work outside the meetings takes: what is known, and of how many nobody has said. */
export type KnownTime = { readonly minutes: number; readonly unknown: number };

/** What a circle asks for in hours, in minutes: part by part, as far as it is known, beside what was said yes to. */
export type PlannedTime = {
  readonly commitment: number | null;
  readonly meetings: MeetingTime;
  readonly assignments: KnownTime;
  readonly reading: KnownTime;
  /** All that is known, together. */
  readonly minutes: number;
};

type Work = { readonly minutes: number | null };

/** What a circle asks for: its meetings, what is given between them, and what is to be read. (R111, R116) */
export function plannedTime(
  { hours, sessions }: { readonly hours: number | null; readonly sessions: readonly Meeting[] },
  assignments: readonly Work[],
  reading: readonly Work[],
): PlannedTime {
  const parts = { meetings: timeOf(sessions), assignments: knownTime(assignments), reading: knownTime(reading) };
  return {
    ...parts,
    commitment: hours === null ? null : hours * 60,
    minutes: parts.meetings.minutes + parts.assignments.minutes + parts.reading.minutes,
  };
}

/**
 * What is left of a commitment when all that is planned and known is taken from it; unknown when the commitment is, or
 * when the time of some meeting is. Work that nobody has said the time of is to fit in what is left. More planned than
 * was said yes to gives a negative number.
 */
export function leftOfCommitment({ commitment, meetings, minutes }: PlannedTime): number | undefined {
  return commitment === null || meetings.unknown > 0 ? undefined : commitment - minutes;
}

function knownTime(work: readonly Work[]): KnownTime {
  const known = work.flatMap(({ minutes }) => minutes ?? []);
  return { minutes: known.reduce((sum, minutes) => sum + minutes, 0), unknown: work.length - known.length };
}

function minutesOf({ starts, ends }: Meeting): number | undefined {
  return starts && ends ? starts.until(ends).total("minutes") : undefined;
}
