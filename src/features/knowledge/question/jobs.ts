import { dateIn } from "#kernel/clock.ts";
import { every, handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { askWhetherHelped } from "#features/knowledge/question/helped/commands.ts";
import { answersToAskAbout } from "#features/knowledge/question/helped/queries.ts";
import { askerToTell, toTellOfQuestion } from "#features/knowledge/question/mails/queries.ts";
import { cameMail, endedMail, helpedMail } from "#features/knowledge/question/mails/question-mail.tsx";
import { questionCameMailJob, questionEndedMailJob } from "#features/knowledge/question/question-jobs.ts";

/** Tells those who answer that a question has come to them. */
const cameHandler = handle(questionCameMailJob, async (came, { db, now, config, translate }) => {
  for (const told of await toTellOfQuestion(db, came, dateIn(now())))
    await post(db, cameMail({ t: translate[told.to.language], baseUrl: config.baseUrl }, told));
});

/** Tells whoever asked that their question has come to an end. */
const endedHandler = handle(questionEndedMailJob, async ({ questionId }, { db, now, config, translate }) => {
  const told = await askerToTell(db, questionId);
  if (told) await post(db, endedMail({ t: translate[told.language], baseUrl: config.baseUrl }, told, dateIn(now())));
});

/** Asks those who asked whether the answer helped, some weeks after it came. */
export const askWhetherHelpedHandler = every(
  "knowledge.ask_whether_helped",
  "20 9 * * *",
  async ({ db, now, config, translate }) => {
    for (const asked of await answersToAskAbout(db, dateIn(now())))
      await askWhetherHelped(db, now, asked, (token) =>
        helpedMail({ t: translate[asked.language], baseUrl: config.baseUrl }, asked, token),
      );
  },
);

/** Everything that is done by itself about questions from practice. */
export const questionJobs: readonly JobHandler[] = [cameHandler, endedHandler, askWhetherHelpedHandler];
