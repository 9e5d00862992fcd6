import { z } from "zod";
import { Day, MaybeOneOf, MaybeWords, Words } from "#kernel/answers.ts";

export const longestReason = 1_000;

/** What somebody saw who followed the link. */
export const linkStandings = ["works", "broken"] as const;

/** Says that an item is not to be followed any more, why, and what to read instead: by its address, or the last part of it. */
export const Retirement = z.strictObject({
  reason: Words(longestReason),
  readInstead: MaybeWords(300),
});
export type Retirement = z.output<typeof Retirement>;

/** Looked over, and it still holds: with a new day, and what became of the link. */
export const StillHolds = z.strictObject({ reviewDue: Day, link: MaybeOneOf(linkStandings) });
export type StillHolds = z.output<typeof StillHolds>;

/** The last part of an item's address, however much of it was pasted. */
export function slugIn(written: string): string {
  return (
    written
      .trim()
      .replace(/[?#].*$/u, "")
      .replace(/\/+$/u, "")
      .split("/")
      .at(-1) ?? ""
  );
}
