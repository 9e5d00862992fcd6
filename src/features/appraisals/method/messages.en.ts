import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/appraisals/method/messages.sv.ts";

export const en = {
  "method.no_such_method": "There is no such method",
  "method.is_withdrawn": "The method has been withdrawn from the register",
} as const satisfies Catalogue<keyof typeof sv>;
