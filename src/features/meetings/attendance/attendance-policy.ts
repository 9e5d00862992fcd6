import { mayRunBody, type Standing } from "#features/meetings/body/body-policy.ts";

/** Who was there is noted by whoever runs one of the bodies that meet, and by whoever takes notes at the meeting. */
export function mayNoteAttendance(standings: readonly Standing[], isNoteTaker: boolean): boolean {
  return isNoteTaker || standings.some(mayRunBody);
}
