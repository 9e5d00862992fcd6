import type { AttendanceRole, AttendanceState } from "#features/meetings/attendance/attendance.ts";
import type { SeatKind } from "#features/meetings/body/body.ts";
import type { MeetingState } from "#features/meetings/meeting/meeting.ts";

/**
 * Why somebody's presence may not be noted, if it may not. Nobody is at a meeting that was called off, and nobody
 * before its day, except that they have said that they will be away. A meeting without a day has been: its notes were
 * brought in afterwards.
 */
export function unfitMark(
  { state, day }: { readonly state: MeetingState; readonly day: Temporal.PlainDate | null },
  mark: AttendanceState,
  today: Temporal.PlainDate,
): "presence.called_off" | "presence.not_yet" | undefined {
  if (state === "calledOff") return "presence.called_off";
  if (mark === "excused" || day === null) return undefined;
  return Temporal.PlainDate.compare(day, today) <= 0 ? undefined : "presence.not_yet";
}

/** As what somebody comes who has a seat: chair and secretary are members like the others. */
export function roleOfSeat(kind: SeatKind, isSubstitute: boolean): AttendanceRole {
  if (isSubstitute) return "substitute";
  return kind === "adjoined" || kind === "userRepresentative" ? kind : "member";
}
