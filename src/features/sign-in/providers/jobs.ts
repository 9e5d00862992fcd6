import { administratorAddresses } from "#features/organisations/people/queries.ts";
import { approvalMail } from "#features/sign-in/providers/approval-mail.tsx";
import { approvalMailJob } from "#features/sign-in/providers/provider-jobs.ts";
import { waitingAt } from "#features/sign-in/providers/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { handle } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Mails the administrators of the installation, unless somebody has approved in the meantime. */
export const mailApproval = handle(approvalMailJob, async ({ providerId }, { db, now, config, translate }) => {
  const waiting = await waitingAt(db, providerId);
  if (!waiting) return;
  for (const { email, language } of await administratorAddresses(db, dateIn(now())))
    await post(db, approvalMail({ to: email, providerId, ...waiting }, translate[language], config.baseUrl));
});
