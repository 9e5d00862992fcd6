import { z } from "zod";
import { OneLine, Ticked } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import type { Session } from "#features/circles/round/round.ts";
import { WrittenHours } from "#features/circles/attendance/written-hours.ts";
import { dueMoment } from "#features/circles/assignment/due.ts";

/** A file or a link that belongs to a meeting of a circle. */
export const MaterialId = idOf("session_material");
export type MaterialId = Id<"session_material">;

/** From when those who take part see it: at once, or when the meeting has begun. */
export const shownTimes = ["before", "after"] as const;
export type ShownTime = (typeof shownTimes)[number];

/** Something to read or look at: what it is called, from when it is seen, and where it is unless it is a file. */
export const MaterialWish = z.strictObject({
  title: OneLine(200),
  address: z
    .string()
    .trim()
    .max(1_000)
    .regex(/^https?:\/\/[^\s]+$/u)
    .optional(),
  shown: z.enum(shownTimes),
  toRead: Ticked.default(false),
  /** What it is thought to take to read, so that the hours of the circle add up. */
  hours: WrittenHours(200),
});
export type MaterialWish = z.output<typeof MaterialWish>;

/** As few openings as this are not told as a number: in a small circle that would be about somebody. */
const fewOpenings = 4;

/** How often something has been opened, as those who lead are told it. Nobody has opened it is also about everybody. */
export function toldOpenings(opened: number): number | "few" {
  return opened <= fewOpenings ? "few" : opened;
}

/**
 * Whether those who take part see it yet. What is for afterwards is seen when the meeting has begun; of a meeting that
 * is called off or has no day, it is never seen before somebody says so.
 */
export function isShown(shown: ShownTime, session: Session, now: Temporal.Instant): boolean {
  if (shown === "before") return true;
  const begins = session.calledOff ? undefined : dueMoment(session);
  return begins !== undefined && Temporal.Instant.compare(begins, now) <= 0;
}
