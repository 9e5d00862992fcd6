import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/workshops/workshop/messages.sv.ts";

export const en = {
  "workshop.no_such_workshop": "There is no such workshop",
  "workshop.no_such_question": "There is no such question in the workshop",
  "workshop.not_yours": "You do not lead this workshop",
  "workshop.not_open": "Open the workshop first",
  "workshop.not_now": "That cannot be done now. The workshop has changed since you saw the page.",
  "workshop.nothing_asked": "No question is asked",
  "workshop.options_missing": "Write at least two options",
  "workshop.options_twice": "The same option stands twice",
  "workshop.scale_steps": "A scale has at least two and at most eleven steps",
  "workshop.code_form": "The code is six letters and digits",
} as const satisfies Catalogue<keyof typeof sv>;
