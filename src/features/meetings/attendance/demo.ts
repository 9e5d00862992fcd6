import { noonOf } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { NewAttendee, SeatMark } from "#features/meetings/attendance/attendance.ts";
import { addAttendee, markSeat, markTheRest } from "#features/meetings/attendance/commands.ts";
import { seatedAt } from "#features/meetings/attendance/seated/queries.ts";
import type { BodyDemo, BodyGround } from "#features/meetings/body/demo.ts";
import type { DemoMeeting } from "#features/meetings/meeting/demo.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";

/**
 * Who came to the joint meeting: two people for both networks, a substitute, one who was away and said so, a guest from an
 * authority that is in no register, and one who came for the heads. From some municipalities nobody came. Noted by the same
 * commands as in a real meeting. (R168-R172)
 */
export async function loadAttendanceDemo(
  db: Database,
  { planner }: BodyGround,
  { families, disability }: BodyDemo,
  { slug, day }: DemoMeeting,
): Promise<void> {
  const during = () => noonOf(day);
  const { meeting } = await meetingInside(db, planner, slug, day);
  const seated = await seatedAt(db, meeting, day);
  for (const [name, state] of Object.entries(notThereThemselves)) {
    const seat = seated.find((each) => each.name === name);
    if (!seat) throw new Error(`${name} has no seat in the demo`);
    const { bodyId, personId } = seat;
    await markSeat(db, planner, during, slug, SeatMark.parse({ bodyId, personId, state }));
  }
  for (const { id: bodyId } of [families, disability])
    await markTheRest(db, planner, during, slug, { bodyId, state: "present" });
  for (const attendee of [guest, forTheHeads])
    await addAttendee(db, planner, during, slug, NewAttendee.parse({ bodyId: null, ...attendee }));
}

/** Who was not in the room, and the substitute who was: the rest are noted with one press. */
const notThereThemselves = {
  "Jonas Wik": "excused",
  "Elin Strand": "present",
  "Gunnar Ö. Lilja": "excused",
  "Fatima Rahimi": "digital",
  "Leyla Aydin": "digital",
} as const;

const guest = { name: "Hanna Berg", role: "guest", organisation: "Anhörigforum Upptuna" };

const forTheHeads = {
  name: "Birgitta Falk",
  role: "guest",
  organisation: "Uppsala",
  represents: "Socialchefsnätverket",
};
