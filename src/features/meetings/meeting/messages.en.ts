import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/meeting/messages.sv.ts";

export const en = {
  "meeting.no_such_meeting": "There is no such meeting",
  "meeting.called_off": "The meeting is called off",
  "meeting.day": "Day",
  "meeting.day_unknown": "The notes do not say on which day they met",
  "meeting.place": "Place",
  "meeting.place_unknown": "Not decided",
  "meeting.join": "Digitally",
  "meeting.join_digitally": "Join the meeting",
  "meeting.documents_by": "Papers are to be there by",
  "meeting.mode.physical": "In place",
  "meeting.mode.digital": "Digitally",
  "meeting.mode.hybrid": "In place and digitally",
} as const satisfies Catalogue<keyof typeof sv>;
