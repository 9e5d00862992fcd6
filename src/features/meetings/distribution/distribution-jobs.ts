import { z } from "zod";
import { MinutesMailId, MinutesReceiverId } from "#features/meetings/distribution/distribution.ts";
import { job } from "#platform/jobs/job.ts";

/** Puts the mail to one receiver of minutes in the outbox. */
export const minutesMailJob = job("meetings.post_minutes", z.strictObject({ mailId: MinutesMailId }));

/** Mails a new link to what somebody has been sent, in place of the one they had. */
export const readingLinkJob = job(
  "meetings.post_reading_link",
  z.strictObject({ receiverId: MinutesReceiverId, occasion: z.string().max(40) }),
);
