import { dateIn } from "#kernel/clock.ts";
import { every, handle, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import {
  answerMail,
  givenMail,
  handedOnMail,
  reminderMail,
} from "#features/meetings/commission/mails/commission-mail.tsx";
import {
  commissionsToRemindOf,
  formerOwnerToTell,
  intakeAnswered,
  ownerToTell,
} from "#features/meetings/commission/mails/queries.ts";
import {
  commissionHandedOnMailJob,
  commissionMailJob,
  intakeAnswerMailJob,
} from "#features/meetings/matter/matter-jobs.ts";

/** Tells somebody that they have been given a commission, unless it is closed or somebody else's since. */
const givenHandler = handle(commissionMailJob, async (given, { db, now, config, translate }) => {
  const told = await ownerToTell(db, given.commissionId, given.personId);
  if (!told) return;
  const around = { t: translate[told.language], baseUrl: config.baseUrl, today: dateIn(now()) };
  await post(db, givenMail(around, told, given.version));
});

/** Tells somebody that a commission they had is somebody else's, unless it is theirs again. */
const handedOnHandler = handle(commissionHandedOnMailJob, async (handed, { db, translate }) => {
  const told = await formerOwnerToTell(db, handed.commissionId, handed.personId);
  if (told) await post(db, handedOnMail(translate[told.language], told, handed.version));
});

/** Answers whoever asked from outside. Their language is not known. */
const answerHandler = handle(intakeAnswerMailJob, async ({ commissionId, version }, { db, now, config, translate }) => {
  const answered = await intakeAnswered(db, commissionId);
  if (!answered) return;
  const around = { t: translate.sv, baseUrl: config.baseUrl, today: dateIn(now()) };
  await post(db, answerMail(around, answered, version));
});

/** Reminds those who have promised something: a week before its day, and when it has been. */
export const remindOfCommissionsHandler = every(
  "meetings.remind_of_commissions",
  "40 7 * * *",
  async ({ db, now, config, translate }) => {
    const today = dateIn(now());
    for (const reminded of await commissionsToRemindOf(db, today))
      await post(db, reminderMail({ t: translate[reminded.language], baseUrl: config.baseUrl, today }, reminded));
  },
);

/** Everything that is done by itself about commissions. */
export const commissionJobs: readonly JobHandler[] = [
  givenHandler,
  handedOnHandler,
  answerHandler,
  remindOfCommissionsHandler,
];
