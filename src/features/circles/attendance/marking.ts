import type { AttendanceState, AttendedState, VisitorPart } from "#features/circles/attendance/attendance.ts";
import type { LeaderPart, Session } from "#features/circles/round/round.ts";

/** How long the code of a room is valid: as long as it takes for everybody to come in. */
export const codeMinutes = 30;

/** How somebody's presence has been noted so far. */
export type Noted = { readonly state: AttendanceState; readonly notedBy: "leader" | "code" };

/**
 * Why a presence may not be noted, if it may not. Nobody is noted at a meeting that was called off, and nobody before
 * its day, except that they have given notice that they will be away. A meeting without a day has not been held.
 */
export function unfitMark(
  session: Pick<Session, "date" | "calledOff">,
  state: AttendanceState,
  today: Temporal.PlainDate,
): "attendance.called_off" | "attendance.not_yet" | undefined {
  if (session.calledOff) return "attendance.called_off";
  if (state === "excused") return undefined;
  return hasCome(session, today) ? undefined : "attendance.not_yet";
}

/** Whether the day of a meeting has come. */
export function hasCome({ date }: Pick<Session, "date">, today: Temporal.PlainDate): boolean {
  return date !== null && Temporal.PlainDate.compare(date, today) <= 0;
}

/** Whether a code of the room may be shown: on the day of the meeting and on no other. */
export function isToday({ date, calledOff }: Pick<Session, "date" | "calledOff">, today: Temporal.PlainDate): boolean {
  return date !== null && !calledOff && date.equals(today);
}

/**
 * What a shown code makes of what was noted before. Whoever shows it is there, whatever anybody thought; but what a
 * leader has noted about how they are there stands, and the same code twice changes nothing.
 */
export function afterCode(before: Noted | undefined, state: AttendedState): Noted {
  if (before?.notedBy === "leader" && (before.state === "present" || before.state === "digital")) return before;
  return { state, notedBy: "code" };
}

/** As what somebody without a seat is at a meeting: those named as leading or facilitating the round, or a guest. */
export function partOfVisitor(
  name: string,
  leaders: readonly { readonly name: string; readonly part: LeaderPart }[],
): VisitorPart {
  const folded = name.toLocaleLowerCase("sv");
  return leaders.find((leader) => leader.name.toLocaleLowerCase("sv") === folded)?.part ?? "guest";
}
