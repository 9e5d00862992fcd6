import { feedbackMailJob } from "#features/circles/assignment/assignment-jobs.ts";
import { feedbackMail } from "#features/circles/assignment/feedback-mail.tsx";
import { toldOfFeedback } from "#features/circles/assignment/queries.ts";
import { every, handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { assignmentMail } from "#features/circles/assignment/reminders/assignment-mail.tsx";
import { assignmentReminders } from "#features/circles/assignment/reminders/queries.ts";

/** Reminds those who have not handed in, two working days before the meeting: once for each day it is due before. */
export const remindOfAssignmentsHandler = every(
  "circles.remind_of_assignments",
  "20 8 * * *",
  async ({ db, now, config, translate }) => {
    for (const reminded of await assignmentReminders(db, now())) {
      const around = { t: translate[reminded.participant.language], baseUrl: config.baseUrl, now: now() };
      await post(db, assignmentMail(reminded, around));
    }
  },
);

/** Tells whoever wrote a text that it is answered, unless they have left the circle since. */
const feedbackMailHandler = handle(feedbackMailJob, async ({ submissionId }, { db, config, translate }) => {
  const told = await toldOfFeedback(db, submissionId);
  if (!told) return;
  await post(db, feedbackMail(told, submissionId, { t: translate[told.language], baseUrl: config.baseUrl }));
});

/** What assignments do by themselves. */
export const assignmentJobs: readonly JobHandler[] = [remindOfAssignmentsHandler, feedbackMailHandler];
