import { mailApproval } from "#features/sign-in/providers/jobs.ts";
import { addressOf } from "#features/sign-in/queries.ts";
import { securityMailJob } from "#features/sign-in/security-jobs.ts";
import { securityMail } from "#features/sign-in/security-mail.tsx";
import { handle } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Mails somebody that how they sign in has been changed, if there is an address to mail to. */
const mailSecurityChange = handle(securityMailJob, async ({ personId, what }, { db, config, translate }) => {
  const person = await addressOf(db, personId);
  if (person) await post(db, securityMail({ ...person, what }, translate[person.language], config.baseUrl));
});

/** What sign-in does by itself. */
export const signInJobs = [mailSecurityChange, mailApproval];
