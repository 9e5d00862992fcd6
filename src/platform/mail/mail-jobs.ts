import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";

/** Sends one mail of the outbox. Tried for about a day: a mail server may be away for a night. */
export const deliverMail = job("platform.deliver_mail", z.object({ mailId: idOf("mail") }), {
  retries: 16,
  firstWait: 20,
  longestWait: 3 * 3_600,
});
