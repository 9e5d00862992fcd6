import type { Reader } from "#platform/database/database.ts";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { quorumOf } from "#features/meetings/attendance/quorum.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { enoughOf } from "#features/meetings/minutes/finishing.ts";

/** Whether enough have come of the bodies of a part that count: null where nobody is counted, or nobody is noted. */
export async function quorumIn(db: Reader, inside: MeetingInside): Promise<boolean | null> {
  if (inside.bodies.every(({ quorumOf: counted }) => counted === null)) return null;
  const attendance = await attendanceOf(db, inside);
  return enoughOf(inside.bodies.map((body) => quorumOf(body, attendance)?.isEnough));
}
