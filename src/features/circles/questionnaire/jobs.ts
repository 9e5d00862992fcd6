import { every, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { askedToAnswer } from "#features/circles/questionnaire/reminders/queries.ts";
import { questionnaireMail } from "#features/circles/questionnaire/reminders/questionnaire-mail.tsx";

/** Asks those who have not answered, when the questions open and once more before they close. */
export const askToAnswerHandler = every(
  "circles.ask_to_answer",
  "40 8 * * *",
  async ({ db, now, config, translate }) => {
    for (const asked of await askedToAnswer(db, now())) {
      const around = { t: translate[asked.participant.language], baseUrl: config.baseUrl, now: now() };
      await post(db, questionnaireMail(asked, around));
    }
  },
);

/** What questionnaires do by themselves. */
export const questionnaireJobs: readonly JobHandler[] = [askToAnswerHandler];
