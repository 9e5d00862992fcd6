import type { Translate } from "#kernel/messages.ts";
import { sv } from "#features/operations/deeds/messages.sv.ts";

type Deed = keyof typeof sv extends `deed.${infer Name}` ? Name : never;

/** What somebody did, in words; a deed of another release, which has none here, by its name. */
export function deedWords(t: Translate, what: string): string {
  return hasWords(what) ? t(`deed.${what}`) : what;
}

function hasWords(what: string): what is Deed {
  return Object.hasOwn(sv, `deed.${what}`);
}
