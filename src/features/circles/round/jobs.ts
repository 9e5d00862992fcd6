import { clockwork } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { every, type JobHandler } from "#platform/jobs/worker.ts";
import { post } from "#platform/mail/mail.ts";
import { advanceRound } from "#features/circles/round/commands.ts";
import { meetingsBetween, participantsOf, roundsUnderWay } from "#features/circles/round/reminders/queries.ts";
import { reminderMail } from "#features/circles/round/reminders/reminder-mail.tsx";
import { isReminderDue } from "#features/circles/round/reminders/reminder-moment.ts";

/** No weekend with its holidays is longer than this: further ahead nobody is reminded yet. */
const furthestAhead = 14;

/** Takes the steps whose day has come: closes, starts and completes rounds. */
export const advanceRoundsHandler = every("circles.advance_rounds", "*/5 * * * *", async ({ db, now }) => {
  for (const roundId of await roundsUnderWay(db)) await advanceRound(db, clockwork, now, roundId);
});

/** Reminds those with a place of the meetings that are near. */
export const remindOfSessionsHandler = every(
  "circles.remind_of_sessions",
  "15 8 * * *",
  async ({ db, now, config, translate }) => {
    const today = dateIn(now());
    for (const { round, session } of await meetingsBetween(db, today, today.add({ days: furthestAhead }))) {
      const { date } = session;
      if (!date || !isReminderDue(date, today)) continue;
      for (const participant of await participantsOf(db, round.id)) {
        const t = translate[participant.language];
        await post(
          db,
          reminderMail({ t, round, session: { ...session, date }, participant, baseUrl: config.baseUrl, now: now() }),
        );
      }
    }
  },
);

/** Everything that rounds do by themselves. */
export const roundJobs: readonly JobHandler[] = [advanceRoundsHandler, remindOfSessionsHandler];
