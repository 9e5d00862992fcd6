import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/matter/messages.sv.ts";

export const en = {
  "matter.no_such_matter": "There is no such matter",
  "matter.step_not_possible": "That cannot be done with the matter as it stands now",
  "matter.one_decider": "Choose a body here or write who it was, not both",
  "matter.one_day": "Give the day in one way, not both",
  "matter.no_day": "Write the day like this: 3 March",
} as const satisfies Catalogue<keyof typeof sv>;
