import type { Translate } from "#kernel/messages.ts";

/** What somebody did, in words; a deed of another release, which has none here, by its name. */
export function deedWords(t: Translate, what: string): string {
  const [area = "", deed = ""] = what.split(".");
  const key = `deed.${area}.${deed}`;
  return t.knows(key) ? t(key) : what;
}
