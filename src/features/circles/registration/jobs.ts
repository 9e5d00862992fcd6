import { clockwork } from "#kernel/actor.ts";
import { every, handle, type JobHandler } from "#platform/jobs/worker.ts";
import {
  managerMailHandler,
  memberMailHandler,
  registrationMailHandler,
} from "#features/circles/registration/mail/jobs.ts";
import { tellEveryone } from "#features/circles/registration/mail/commands.ts";
import { askManagersAgain, remindSilentManagers } from "#features/circles/registration/manager/commands.ts";
import { roundsWithSilentManagers } from "#features/circles/registration/manager/queries.ts";
import { letTimeRunOut, offerFreeSeats } from "#features/circles/registration/queue/commands.ts";
import { roundsWithTimeOut } from "#features/circles/registration/queue/queries.ts";
import { roundCancelled, roundChanged, seatsRaised } from "#features/circles/round/round-jobs.ts";

/** Lets the time run out for addresses, offers and kept places, and moves the queues. */
const timeOutHandler = every("circles.let_time_run_out", "*/5 * * * *", async ({ db, now }) => {
  for (const roundId of await roundsWithTimeOut(db, now())) await letTimeRunOut(db, roundId, now);
});

/** Reminds managers who have not answered, in the morning of working days. */
const remindManagersHandler = every("circles.remind_managers", "0 8 * * 1-5", async ({ db, now }) => {
  for (const roundId of await roundsWithSilentManagers(db, now())) await remindSilentManagers(db, roundId, now);
});

const roundChangedHandler = handle(
  roundChanged,
  async ({ roundId, told, asksManagersAgain, occasion }, { db, now }) => {
    if (asksManagersAgain) await askManagersAgain(db, roundId, now);
    if (told.length > 0) await tellEveryone(db, roundId, { kind: "changed", told, occasion }, now);
  },
);

const roundCancelledHandler = handle(roundCancelled, async ({ roundId }, { db, now }) => {
  await tellEveryone(db, roundId, { kind: "cancelled", occasion: "cancelled" }, now);
});

const seatsRaisedHandler = handle(seatsRaised, async ({ roundId }, { db, now }) => {
  await offerFreeSeats(db, clockwork, roundId, now);
});

/** Everything that registrations do by themselves. */
export const registrationJobs: readonly JobHandler[] = [
  registrationMailHandler,
  managerMailHandler,
  memberMailHandler,
  timeOutHandler,
  remindManagersHandler,
  roundChangedHandler,
  roundCancelledHandler,
  seatsRaisedHandler,
];
