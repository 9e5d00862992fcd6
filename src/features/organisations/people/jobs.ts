import { dateIn } from "#kernel/clock.ts";
import { invitationMail } from "#features/organisations/people/invitation-mail.tsx";
import { invitationMailJob } from "#features/organisations/people/people-jobs.ts";
import { invitationFacts } from "#features/organisations/people/queries.ts";
import { handle } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Mails an invitation, if the role has not been ended since and there is an address to mail to. */
export const mailInvitation = handle(invitationMailJob, async ({ assignmentId }, { db, now, config, translate }) => {
  const facts = await invitationFacts(db, assignmentId, dateIn(now()));
  if (facts) await post(db, invitationMail(facts, translate[facts.language], config.baseUrl));
});

export const organisationJobs = [mailInvitation];
