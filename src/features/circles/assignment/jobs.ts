import { every, type JobHandler } from "#platform/jobs/worker.ts";
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

/** What assignments do by themselves. */
export const assignmentJobs: readonly JobHandler[] = [remindOfAssignmentsHandler];
