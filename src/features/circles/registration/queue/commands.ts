import { type Actor, clockwork } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { answerBy, holdDays } from "#features/circles/registration/answer-deadlines.ts";
import { nextForOffer } from "#features/circles/registration/offer/offer-turn.ts";
import { lockPlaces, type LockedRound, queueOf, type Standing } from "#features/circles/registration/queue/queries.ts";
import { hasFreeSeat } from "#features/circles/registration/seat-claims.ts";
import { type RegistrationMailKind, registrationMailJob } from "#features/circles/registration/registration-jobs.ts";
import { type StepName, steps } from "#features/circles/registration/registration-lifecycle.ts";
import type { RegistrationId, RegistrationState } from "#features/circles/registration/registration.ts";
import { isAssessed, type RoundId } from "#features/circles/round/round.ts";

type StepChange = {
  held_until?: Temporal.Instant | null;
  hold_used?: boolean;
  confirmed_at?: Temporal.Instant;
  person_id?: Standing["personId"];
  merged_into?: RegistrationId;
  ineligible_reason?: string | null;
  decided_by?: Standing["personId"];
};

/** Moves one registration along its life, under the round's lock; from a state the step does not know it is a bug. */
export async function takeStep(
  tx: Tx,
  step: StepName,
  registrationId: RegistrationId,
  at: Temporal.Instant,
  over: StepChange = {},
): Promise<RegistrationState> {
  const { from, to } = steps[step];
  const { numUpdatedRows } = await tx
    .updateTable("registration")
    .set({ held_until: null, ...over, state: to, state_since: at })
    .where("id", "=", registrationId)
    .where("state", "in", from)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`A registration may not ${step} here`);
  if (endsPurpose.has(step))
    await tx.deleteFrom("registration_extra").where("registration_id", "=", registrationId).execute();
  return to;
}

/** Steps after which nobody needs a diet, a postal address or an adaptation any more. */
const endsPurpose: ReadonlySet<StepName> = new Set(["lapse", "merge", "decline", "withdraw"]);

/** Leaves a mail to one applicant, sent after the change. The moment tells two mails of one kind apart. */
export async function mailApplicant(
  tx: Tx,
  registrationId: RegistrationId,
  kind: RegistrationMailKind,
  at: Temporal.Instant,
  hadPlace = false,
): Promise<void> {
  await enqueue(tx, registrationMailJob, {
    registrationId,
    kind,
    occasion: at.toString(),
    ...(hadPlace ? { hadPlace } : {}),
  });
}

/**
 * Gives a registration the seat its number has a right to, or a place on the waiting list; says how it stands then.
 *
 * Where applications are assessed nobody is placed before the notices are sent, and whoever comes after them waits. A seat is
 * kept while a manager who must say yes has not answered, once. (R026, R119)
 */
export async function seatOrQueue(
  tx: Tx,
  round: LockedRound,
  registration: Pick<Standing, "id" | "state" | "queueNo" | "seats" | "holdUsed" | "managerAwaited">,
  at: Temporal.Instant,
  over: StepChange = {},
): Promise<RegistrationState> {
  const { id, state, holdUsed, managerAwaited } = registration;
  if (isAssessed(round.allocation) && !round.noticesSent) return takeStep(tx, "receive", id, at, over);
  const free =
    round.allocation === "firstCome" && hasFreeSeat(await queueOf(tx, round, at), registration, round.seats, at);
  if (free && !(managerAwaited && holdUsed)) return takeSeat(tx, id, managerAwaited, at, over);
  return state === "waitlisted" ? state : takeStep(tx, "queue", id, at, over);
}

/** Seats somebody for whom a seat is free: at once, or kept until their manager has answered. */
export async function takeSeat(
  tx: Tx,
  registrationId: RegistrationId,
  managerAwaited: boolean,
  at: Temporal.Instant,
  over: StepChange = {},
): Promise<RegistrationState> {
  if (!managerAwaited) return takeStep(tx, "place", registrationId, at, over);
  return takeStep(tx, "hold", registrationId, at, { ...over, held_until: answerBy(at, holdDays), hold_used: true });
}

/** Whether freed seats of a round are still offered by themselves: not before the notices, not once it has begun. */
function offersSeats(round: LockedRound): boolean {
  if (isAssessed(round.allocation) && !round.noticesSent) return false;
  return round.state === "published" || round.state === "closed" || round.state === "allocated";
}

/**
 * Offers every free seat to whoever stands first on the waiting list. Called at the end of every change that frees
 * a seat, so that a free seat and somebody who waits for it are never there at the same time.
 */
export async function moveQueue(tx: Tx, round: LockedRound, at: Temporal.Instant): Promise<RegistrationId[]> {
  if (!offersSeats(round)) return [];
  const offered: RegistrationId[] = [];
  let queue = await queueOf(tx, round, at);
  for (let next = nextForOffer(queue, round.seats, at); next; next = nextForOffer(queue, round.seats, at)) {
    const { id } = next;
    await takeStep(tx, "offer", id, at);
    await tx
      .insertInto("waitlist_offer")
      .values({
        id: newId<"waitlist_offer">(),
        registration_id: id,
        offered_at: at,
        answer_by: answerBy(at, round.answerDays),
      })
      .execute();
    await mailApplicant(tx, id, "offer", at);
    offered.push(id);
    queue = queue.map((entry) => (entry.id === id ? { ...entry, state: "offered" as const } : entry));
  }
  return offered;
}

/** Closes the open offer of a registration, if there is one. */
export async function closeOffer(
  tx: Tx,
  registrationId: RegistrationId,
  answer: "yes" | "no" | "silent" | "revoked",
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable("waitlist_offer")
    .set({ answer, answered_at: at })
    .where("registration_id", "=", registrationId)
    .where("answer", "is", null)
    .execute();
}

/** Offers the seats that were added to a round to those who wait. */
export function offerFreeSeats(db: Database, actor: Actor, roundId: RoundId, now: Clock): Promise<RegistrationId[]> {
  return change(db, actor, async (tx) => {
    const round = await lockPlaces(tx, roundId);
    if (!round) return [];
    const offered = await moveQueue(tx, round, now());
    await record(tx, {
      by: actor,
      what: "circles.queue_moved",
      about: roundId,
      organisationId: round.organisationId,
      after: { offered },
    });
    return offered;
  });
}

/**
 * Lets time run out in one round: addresses that were not confirmed in two working days, offers nobody answered,
 * and places that were kept for a manager who did not answer. The queue then moves into what was freed.
 *
 * A silent offer ends the registration, or the same seat would be offered to the same person again; a place that
 * is no longer kept leads back to the waiting list, and the queue passes over it until the manager has said yes.
 */
export function letTimeRunOut(
  db: Database,
  roundId: RoundId,
  now: Clock,
): Promise<{ lapsed: number; released: number; silent: number }> {
  return change(db, clockwork, async (tx) => {
    const round = await lockPlaces(tx, roundId);
    if (!round) return { lapsed: 0, released: 0, silent: 0 };
    const at = now();
    const { unconfirmed, kept, offers } = await timeOutsIn(tx, roundId, at);

    for (const { id } of unconfirmed) await takeStep(tx, "lapse", id, at);
    for (const { id } of kept) {
      await takeStep(tx, "queue", id, at);
      await mailApplicant(tx, id, "holdReleased", at);
    }
    for (const { id } of offers) {
      await closeOffer(tx, id, "silent", at);
      await takeStep(tx, "lapse", id, at);
      await mailApplicant(tx, id, "offerLapsed", at);
    }
    const offered = await moveQueue(tx, round, at);
    const ids = (rows: readonly { id: RegistrationId }[]) => rows.map((row) => row.id);
    await record(tx, {
      by: clockwork,
      what: "circles.time_ran_out",
      about: roundId,
      organisationId: round.organisationId,
      after: { lapsed: ids(unconfirmed), released: ids(kept), silent: ids(offers), offered },
    });
    return { lapsed: unconfirmed.length, released: kept.length, silent: offers.length };
  });
}

async function timeOutsIn(tx: Tx, roundId: RoundId, at: Temporal.Instant) {
  const inRound = tx
    .selectFrom("registration as r")
    .where("r.round_id", "=", roundId)
    .select("r.id")
    .orderBy("r.queue_no");
  return {
    unconfirmed: await inRound.where("r.state", "=", "unconfirmed").where("r.confirm_by", "<=", at).execute(),
    kept: await inRound.where("r.state", "=", "held").where("r.held_until", "<=", at).execute(),
    offers: await inRound
      .innerJoin("waitlist_offer as o", (join) =>
        join.onRef("o.registration_id", "=", "r.id").on("o.answer", "is", null),
      )
      .where("r.state", "=", "offered")
      .where("o.answer_by", "<=", at)
      .execute(),
  };
}
