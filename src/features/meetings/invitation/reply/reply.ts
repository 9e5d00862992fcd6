import { z } from "zod";

/** Whether somebody who is called comes: there, digitally, not, or somebody in their place. */
export const replies = ["inPlace", "digital", "no", "substitute"] as const;
export type Reply = (typeof replies)[number];

export const MeetingReply = z.strictObject({ answer: z.enum(replies) });
export type MeetingReply = z.output<typeof MeetingReply>;

/** The answers there are to choose from, by how one can take part. */
export function repliesFor(mode: "physical" | "digital" | "hybrid" | null): readonly Reply[] {
  if (mode === "physical") return replies.filter((reply) => reply !== "digital");
  return mode === "digital" ? replies.filter((reply) => reply !== "inPlace") : replies;
}

/** What the link in a mail is for. */
export const replyPurpose = "meeting.reply";
