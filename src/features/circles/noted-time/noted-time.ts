import { z } from "zod";
import { MaybeDay } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { NeededHours } from "#features/circles/attendance/written-hours.ts";

/** Time outside the meetings that somebody with a place has noted for themselves. */
export const NotedTimeId = idOf("noted_time");
export type NotedTimeId = Id<"noted_time">;

/** What the time went to. */
export const purposes = ["assignment", "reading", "other"] as const;

/** So many lines fit, which is one a day for three years. */
export const mostLines = 1_000;

/** Time as somebody notes it. Without a day it was today. */
export const TimeWish = z.strictObject({
  day: MaybeDay,
  hours: NeededHours(24),
  purpose: z.enum(purposes),
  words: FreeText(200).optional(),
});
export type TimeWish = z.output<typeof TimeWish>;

/** How much time some lines come to, in minutes. */
export function minutesOf(lines: readonly { readonly minutes: number }[]): number {
  return lines.reduce((sum, { minutes }) => sum + minutes, 0);
}
