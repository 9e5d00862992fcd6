import { z } from "zod";
import { OneLine } from "#kernel/answers.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { WrittenHours } from "#features/circles/attendance/written-hours.ts";
import { SessionId } from "#features/circles/round/round.ts";

/** Something to do between two meetings of a circle ("uppgift"). */
export const AssignmentId = idOf("assignment");
export type AssignmentId = Id<"assignment">;

/** What one participant, or one team, has written about an assignment. */
export const SubmissionId = idOf("assignment_submission");
export type SubmissionId = Id<"assignment_submission">;

/** A file that somebody has handed in beside their text. */
export const SubmissionFileId = idOf("submission_file");
export type SubmissionFileId = Id<"submission_file">;

/** So many files can stand beside one text. */
export const mostFiles = 5;

/** Who reads what is handed in: everybody in the circle, or only those who lead it. */
export const visibilities = ["group", "leaders"] as const;
export type Visibility = (typeof visibilities)[number];

/** An assignment as it is given. Without a meeting it is due before, nobody is late. */
export const AssignmentWish = z.strictObject({
  givenAt: SessionId.nullish().transform((id) => id ?? null),
  dueBefore: SessionId.nullish().transform((id) => id ?? null),
  title: OneLine(200),
  task: FreeText(5_000).min(1),
  visibility: z.enum(visibilities),
  /** What it is thought to take, so that the hours of the circle add up. */
  hours: WrittenHours(200),
});
export type AssignmentWish = z.output<typeof AssignmentWish>;

/** A draft is kept for oneself; what is handed in is read by others. */
export const submissionDeeds = ["keep", "handIn"] as const;

/** What somebody writes about an assignment. */
export const SubmissionWish = z.strictObject({
  text: FreeText(20_000).default(""),
  /** The saving that this was written from; 0 when nothing was saved before. */
  based: z.coerce.number().int().min(0).max(1_000_000),
  deed: z.enum(submissionDeeds),
  /** Files that stand beside the text and are to be taken away. One ticked box comes as one text. */
  remove: z.preprocess(
    (sent) => (typeof sent === "string" ? [sent] : sent),
    z.array(SubmissionFileId).max(20).optional(),
  ),
});
export type SubmissionWish = z.output<typeof SubmissionWish>;

/** What one who leads the circle says about a text. */
export const Feedback = z.strictObject({ feedback: FreeText(5_000).min(1) });
export type Feedback = z.output<typeof Feedback>;
