import type { Clock } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { loadAttendanceDemo } from "#features/meetings/attendance/demo.ts";
import { type BodyGround, loadBodyDemo } from "#features/meetings/body/demo.ts";
import { loadMatterDemo } from "#features/meetings/matter/demo.ts";
import { loadMeetingDemo } from "#features/meetings/meeting/demo.ts";
import { loadMinutesDemo } from "#features/meetings/minutes/demo.ts";
import { loadRepresentationDemo } from "#features/meetings/representation/demo.ts";

/** Networks and councils to look around in, with what they have done: made by the same commands as real ones. */
export async function loadMeetingsDemo(db: Database, ground: BodyGround, now: Clock): Promise<void> {
  const bodies = await loadBodyDemo(db, ground, now);
  await loadRepresentationDemo(db, ground, bodies, now);
  await loadMatterDemo(db, ground, bodies, now);
  const { held } = await loadMeetingDemo(db, ground, bodies, now);
  await loadAttendanceDemo(db, ground, bodies, held);
  await loadMinutesDemo(db, ground, bodies, held);
}
