import { z } from "zod";
import { MaybeDay, Ticked } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";

/** Material that goes to the participants of a circle by post. */
export const PostalDispatchId = idOf("postal_dispatch");
export type PostalDispatchId = Id<"postal_dispatch">;

/** What is sent; without a day it is meant to be. Nothing is to be sent after the last one. */
export const DispatchWish = z.strictObject({
  contents: FreeText(500).min(1),
  sentOn: MaybeDay,
  isLast: Ticked.default(false),
});
export type DispatchWish = z.output<typeof DispatchWish>;

/** So many lines fit on a label under the name. */
const mostLines = 4;

/**
 * A postal address as it stands on an envelope, a line for each part: people write it on several lines, or on one with
 * commas. What does not fit is put on the last line, so that nothing is left out.
 */
export function addressLines(written: string): string[] {
  const lines = written
    .split(/[\r\n,]+/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), lines.slice(mostLines - 1).join(", ")];
}
