import { z } from "zod";
import { MaybeWords } from "#kernel/answers.ts";
import { Usefulness } from "#features/knowledge/item/item.ts";

export const longestSaid = 1_000;

/** Whether a text was of use, and what somebody adds. */
export const Feedback = z.strictObject({ wasUseful: Usefulness, said: MaybeWords(longestSaid) });
export type Feedback = z.output<typeof Feedback>;

/** With fewer answers than this none are counted out: they could point at who gave them. */
export const fewestShown = 5;

export type FeedbackCounts = { readonly yes: number; readonly partly: number; readonly no: number };

/** The counts as they are shown: nothing at all from fewer than five people. (R143) */
export function countsShown(counts: FeedbackCounts): FeedbackCounts | null {
  return counts.yes + counts.partly + counts.no < fewestShown ? null : counts;
}
