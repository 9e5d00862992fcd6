import { z } from "zod";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";

/** A part of final minutes gone through and handed out on request. Who asked is never written down. */
export const MinutesReleaseId = idOf("minutes_release");
export type MinutesReleaseId = Id<"minutes_release">;

/** What a check of secrecy says: the words that are covered, one a line, and by which rule; or why nothing is. */
export const SecrecyCheck = z.strictObject({
  masked: FreeText(8_000).optional(),
  reason: FreeText(2_000).min(1),
});
export type SecrecyCheck = z.output<typeof SecrecyCheck>;

/** The words to cover, each on a line of its own. */
export function coveredWords(masked: string | null | undefined): string[] {
  return (masked ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What the list is narrowed by, and which page of it. An address is never an error. */
export const ReleaseWish = z.object({
  q: z.string().trim().max(200).catch(""),
  sida: z.coerce.number().int().min(1).max(1_000).catch(1),
});

export const shownAtOnce = 50;
