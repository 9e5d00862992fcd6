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

/**
 * The hours of a commitment that its meetings leave for assignments and reading, in minutes; unknown when the
 * commitment is, or when the time of some meeting is. Meetings longer than the commitment give a negative number.
 */
export function leftOf(hours: number | null, { minutes, unknown }: MeetingTime): number | undefined {
  return hours === null || unknown > 0 ? undefined : hours * 60 - minutes;
}

function minutesOf({ starts, ends }: Meeting): number | undefined {
  return starts && ends ? starts.until(ends).total("minutes") : undefined;
}
