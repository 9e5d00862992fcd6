import { dateIn } from "#kernel/clock.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import { askAboutProposal } from "#features/circles/proposal/commands.ts";
import { questionMail } from "#features/circles/proposal/question-mail.tsx";
import { askingsDueOn } from "#features/circles/proposal/queries.ts";

/** Asks those who made proposals what has become of them, when the day has come. */
export const askAboutProposalsHandler = every(
  "circles.ask_about_proposals",
  "35 8 * * *",
  async ({ db, now, config, translate }) => {
    for (const asking of await askingsDueOn(db, dateIn(now()))) {
      await askAboutProposal(db, now, asking, (question, token) =>
        questionMail(translate[question.language], question, { ...asking, token, baseUrl: config.baseUrl }),
      );
    }
  },
);

/** Everything that is done by itself about proposals. */
export const proposalJobs: readonly JobHandler[] = [askAboutProposalsHandler];
