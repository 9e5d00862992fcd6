import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/body/messages.sv.ts";

export const en = {
  "body.no_such_body": "There is no such body",
} as const satisfies Catalogue<keyof typeof sv>;
