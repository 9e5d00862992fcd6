import { addAttendee } from "../src/features/meetings/attendance/commands.ts";
import { NewAttendee } from "../src/features/meetings/attendance/attendance.ts";
import { keepPasted } from "../src/features/meetings/pasting/commands.ts";
import { readPasted } from "../src/features/meetings/pasting/queries.ts";
import { givenMeetings } from "./given-meetings.ts";
import { monday } from "./given-registrations.ts";
import type { ApiStage, RightCall } from "./api-stage.ts";

/** A meeting that has been, of a body that the caller keeps, with somebody in a seat. */
async function held({ ownerDb, unit, person }: ApiStage) {
  const meetings = givenMeetings(ownerDb);
  const bodyId = await meetings.body(unit);
  const personId = await person({ name: "Rut Alm" });
  await meetings.sits(bodyId, personId);
  const { slug } = await meetings.meeting(unit, [bodyId]);
  return { bodyId, personId, params: { slug } };
}

async function attendee(stage: ApiStage) {
  const { params } = await held(stage);
  const guest = NewAttendee.parse({ name: "Bo Ek", role: "guest" });
  const { id } = await addAttendee(stage.db, stage.actor, monday, params.slug, guest);
  return { params: { ...params, attendeeId: id } };
}

const text = "Minnesanteckningar\nNärvarande\nAnna Berg, Ale\n1. Läget\nAlla berättade kort.";

/** A text the caller has pasted and not confirmed. */
async function pasted(stage: ApiStage) {
  const { bodyId } = await held(stage);
  const minutes = await readPasted(stage.db, text, "sv");
  return { params: await keepPasted(stage.db, stage.actor, monday, [bodyId], { text, fileName: null, minutes }) };
}

/** One call that succeeds for every operation about who came to meetings and about pasted minutes. */
export const meetingAttendanceCalls: Readonly<Record<string, (stage: ApiStage) => Promise<RightCall>>> = {
  readMeetingAttendance: async (stage) => ({ params: (await held(stage)).params }),
  markMeetingAttendance: async (stage) => {
    const { params, bodyId, personId } = await held(stage);
    return { params, body: { bodyId, personId, state: "present" } };
  },
  markRestOfMeeting: async (stage) => {
    const { params, bodyId } = await held(stage);
    return { params, body: { bodyId, state: "present" } };
  },
  setApproximateAttendance: async (stage) => {
    const { params, bodyId } = await held(stage);
    return { params, body: { bodyId, count: 30 } };
  },
  addMeetingAttendee: async (stage) => ({
    params: (await held(stage)).params,
    body: { name: "Bo Ek", role: "guest", organisation: "Ale kommun" },
  }),
  changeMeetingAttendee: async (stage) => ({
    ...(await attendee(stage)),
    body: { role: "adjoined", organisation: "Ale kommun", represents: null, state: "digital" },
  }),
  removeMeetingAttendee: attendee,
  readBodyAttendance: async (stage) => ({ params: { slug: `n-${(await held(stage)).bodyId}` } }),
  pasteMinutes: async (stage) => ({ body: { bodies: [(await held(stage)).bodyId], text } }),
  readPastedMinutes: pasted,
  confirmPastedMinutes: async (stage) => ({ ...(await pasted(stage)), body: { title: "Vårens möte" } }),
  discardPastedMinutes: pasted,
};
