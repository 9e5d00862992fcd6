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

/** The kinds of file that are taken in. None of them runs anything when it is opened. */
export const fileTypes = ["pdf", "docx", "pptx", "xlsx", "png", "jpg", "txt"] as const;
export type FileType = (typeof fileTypes)[number];

/** What each kind of file is served as. */
export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  png: "image/png",
  jpg: "image/jpeg",
  txt: "text/plain; charset=utf-8",
};

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

/** A file that has been looked into. */
export type MaterialFile = { readonly name: string; readonly type: FileType; readonly bytes: Uint8Array };

/**
 * Whether those who take part see it yet. What is for afterwards is seen when the meeting has begun; of a meeting that
 * is called off or has no day, it is never seen before somebody says so.
 */
export function isShown(shown: ShownTime, session: Session, now: Temporal.Instant): boolean {
  if (shown === "before") return true;
  const begins = session.calledOff ? undefined : dueMoment(session);
  return begins !== undefined && Temporal.Instant.compare(begins, now) <= 0;
}

/**
 * The name a file is saved under: its own last part, whatever folders stand before it, without signs that a system
 * reads as something else. The ending is the one of what it is.
 */
export function safeFileName(name: string, type: FileType): string {
  const last = name.split(/[/\\]/u).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/u, "")
    .replaceAll(/[\p{C}"<>:|?*%]/gu, "")
    .replace(/^[.\s]+/u, "")
    .trim()
    .slice(0, 150);
  return `${stem === "" ? "fil" : stem}.${type}`;
}
