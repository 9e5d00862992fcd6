import { z } from "zod";
import { changeKinds } from "#features/circles/round/round-change.ts";
import { RoundId, SessionId } from "#features/circles/round/round.ts";
import { job } from "#platform/jobs/job.ts";

/**
 * A published round says something else now: those in the running are told, calendars follow, and managers are asked
 * again if need be. The occasion is one word per change. Handled by the registrations.
 */
export const roundChanged = job(
  "registration.round_changed",
  z.strictObject({
    roundId: RoundId,
    version: z.int(),
    told: z.array(z.enum(changeKinds)),
    sessionIds: z.array(SessionId),
    asksManagersAgain: z.boolean(),
    occasion: z.string().max(60),
  }),
);

/** A round is called off: everybody in the running is told why, and calendars are cleared. Handled by the registrations. */
export const roundCancelled = job("registration.round_cancelled", z.strictObject({ roundId: RoundId }));

/** A round has more seats than before: the queue moves. Handled by the registrations. */
export const seatsRaised = job("registration.seats_raised", z.strictObject({ roundId: RoundId }));
