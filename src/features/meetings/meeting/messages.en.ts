import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/meeting/messages.sv.ts";

export const en = {
  "meeting.no_such_meeting": "There is no such meeting",
} as const satisfies Catalogue<keyof typeof sv>;
