import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/circles/room/messages.sv.ts";

/** The circle from the inside, in English. */
export const en = {
  "room.no_such_circle": "There is no such circle, or you have no place in it",
  "room.kicker": "Your circle",
  "room.to_planning": "To the planning",
  "room.meetings": "The meetings",
  "room.meeting": "Meeting",
  "room.next": "Next",
  "room.called_off_tag": "Called off",
  "room.called_off": "The meeting is called off",
  "room.theme": "Theme",
  "room.time": "Time",
  "room.time_unknown": "The time will be announced",
  "room.place": "Place",
  "room.place_unknown": "The place will be announced",
  "room.join": "Digitally",
  "room.join_digitally": "Join the meeting",
  "room.no_sessions": "No meetings are planned yet",
  "room.people": "Who is in it",
  "room.leads": "leads the circle",
  "room.facilitates": "facilitates",
  "room.no_participants": "Nobody has a place yet",
} as const satisfies Catalogue<keyof typeof sv>;
