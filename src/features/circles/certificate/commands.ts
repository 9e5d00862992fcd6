import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { certificateMailJob } from "#features/circles/certificate/certificate-jobs.ts";
import { maySettle } from "#features/circles/certificate/certificate-policy.ts";
import { takenPartIn } from "#features/circles/certificate/queries.ts";
import { takeStep } from "#features/circles/registration/queue/commands.ts";
import { roomWithId } from "#features/circles/room/queries.ts";
import { lockRound } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** How many places ended in which way, and how many wait until more is known. */
export type Settled = { readonly completed: number; readonly missed: number; readonly unknown: number };

/**
 * Ends the places of a circle that is over: whoever was at any of its meetings has completed it and has a certificate,
 * whoever was at none never came. Those about whom something is missing keep their place until it is filled in.
 */
export function settlePlaces(db: Database, actor: Actor, now: Clock, roundId: RoundId): Promise<Settled> {
  return change(db, actor, async (tx) => {
    await lockRound(tx, roundId);
    const room = await roomWithId(tx, actor, roundId);
    if (!room) throw new Refusal("not_found", "room.no_such_circle");
    if (!maySettle(room.part)) throw new Refusal("forbidden", "certificate.leaders_only");
    if (room.round.state !== "completed") throw new Refusal("conflict", "certificate.not_over");
    const open = (await takenPartIn(tx, room)).filter(({ isCompleted }) => !isCompleted);
    const inOutcome = (outcome: string) => open.filter(({ participation }) => participation.outcome === outcome);
    const [completed, missed] = [inOutcome("completed"), inOutcome("neverCame")];
    if (completed.length + missed.length === 0) throw new Refusal("conflict", "certificate.nobody_to_settle");
    const at = now();
    for (const { registrationId } of completed) await takeStep(tx, "complete", registrationId, at);
    for (const { registrationId } of missed) await takeStep(tx, "miss", registrationId, at);
    for (const { registrationId } of completed) await enqueue(tx, certificateMailJob, { registrationId });
    const settled = {
      completed: completed.length,
      missed: missed.length,
      unknown: open.length - completed.length - missed.length,
    };
    await record(tx, {
      by: actor,
      what: "circles.places_settled",
      about: roundId,
      organisationId: room.round.organisationId,
      after: {
        ...settled,
        registrations: [...completed, ...missed].map(({ registrationId }) => registrationId),
      },
    });
    return settled;
  });
}
