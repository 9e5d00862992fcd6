import { z } from "zod";
import { MailingId } from "#features/circles/reaching/mailing/mailing.ts";
import { job } from "#platform/jobs/job.ts";

/** Puts the next mails of a mailing in the outbox, and leaves the rest for later. */
export const mailingJob = job("circles.post_mailing", z.strictObject({ mailingId: MailingId }));
