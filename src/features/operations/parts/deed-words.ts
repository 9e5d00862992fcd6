import type { Translate } from "#kernel/messages.ts";
import { sv } from "#features/operations/deeds/messages.sv.ts";

/** What somebody did, in words; a deed of another release, which has none here, by its name. */
export function deedWords(t: Translate, what: string): string {
  const key = `deed.${what}`;
  return Object.hasOwn(sv, key) ? t(key as keyof typeof sv) : what;
}
