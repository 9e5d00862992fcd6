import { certificateMailJob } from "#features/circles/certificate/certificate-jobs.ts";
import { certificateMail } from "#features/circles/certificate/certificate-mail.tsx";
import { toldOfCertificate } from "#features/circles/certificate/queries.ts";
import { handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";

/** Tells a participant that their certificate is ready, unless their place has changed since. */
const certificateMailHandler = handle(certificateMailJob, async ({ registrationId }, { db, config, translate }) => {
  const told = await toldOfCertificate(db, registrationId);
  if (!told) return;
  await post(db, certificateMail(told, { t: translate[told.language], baseUrl: config.baseUrl }));
});

/** What is done by itself when a circle is over. */
export const certificateJobs: readonly JobHandler[] = [certificateMailHandler];
