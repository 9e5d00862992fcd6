import { type AttendanceState, isAttended } from "#features/circles/attendance/attendance.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";

/** What somebody's place in a round comes to when the round is over, as far as what is noted tells. */
export type Participation =
  | { readonly outcome: "completed" }
  | { readonly outcome: "neverCame" }
  | { readonly outcome: "unknown"; readonly unmarked: number };

/**
 * Whether somebody has taken part in a round. Whoever was at any of its meetings has; how much of it they were at stands
 * in the certificate. Somebody never came when every meeting is noted and they were at none of them. As long as
 * something is missing nobody is said to have stayed away.
 */
export function participationIn(
  sessions: readonly Pick<Session, "id" | "calledOff">[],
  noted: ReadonlyMap<SessionId, AttendanceState>,
): Participation {
  const held = sessions.filter(({ calledOff }) => !calledOff);
  if (held.some(({ id }) => isAttended(noted.get(id)))) return { outcome: "completed" };
  const unmarked = held.filter(({ id }) => !noted.has(id)).length;
  return unmarked > 0 || held.length === 0 ? { outcome: "unknown", unmarked } : { outcome: "neverCame" };
}
