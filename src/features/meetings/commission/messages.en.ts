import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/meetings/commission/messages.sv.ts";

export const en = {
  "commission.no_such_commission": "There is no such commission",
} as const satisfies Catalogue<keyof typeof sv>;
