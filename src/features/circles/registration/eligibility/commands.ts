import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { askManager } from "#features/circles/registration/manager/commands.ts";
import {
  closeOffer,
  mailApplicant,
  moveQueue,
  seatOrQueue,
  takeStep,
} from "#features/circles/registration/queue/commands.ts";
import { liveTwinOf, lockPlaces, roundOf, standingOf } from "#features/circles/registration/queue/queries.ts";
import type { RegistrationId, RegistrationState } from "#features/circles/registration/registration.ts";
import { canStep } from "#features/circles/registration/registration-lifecycle.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";

/**
 * Finds an applicant not eligible after all, with the reason that they are told. Whoever is not eligible holds no
 * place: the first on the waiting list is offered it, and everyone behind moves up. (R119)
 */
export function denyEligibility(
  db: Database,
  actor: Actor,
  id: RegistrationId,
  reason: string,
  now: Clock,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { round, registration } = await lockToDecide(tx, actor, id);
    if (!canStep(registration.state, "deny")) throw new Refusal("conflict", "registration.cannot_deny");
    const at = now();
    await closeOffer(tx, id, "revoked", at);
    await takeStep(tx, "deny", id, at, { ineligible_reason: reason, decided_by: actor.personId ?? null });
    await mailApplicant(tx, id, "ineligible", at, registration.state === "placed");
    const offered = await moveQueue(tx, round, at);
    await record(tx, {
      by: actor,
      what: "circles.eligibility_denied",
      about: id,
      organisationId: round.organisationId,
      before: { state: registration.state },
      after: { state: "ineligible", reason, offered },
    });
  });
}

/**
 * Takes a denial back. The applicant stands at their old number again: with a seat if one is free for it, else on the
 * waiting list, because nobody who has been given a seat since loses it. A manager who said no is asked anew.
 */
export function restoreEligibility(
  db: Database,
  actor: Actor,
  id: RegistrationId,
  now: Clock,
): Promise<RegistrationState> {
  return change(db, actor, async (tx) => {
    const { round, registration } = await lockToDecide(tx, actor, id);
    if (registration.state !== "ineligible") throw new Refusal("conflict", "registration.not_denied");
    if (registration.personId && (await liveTwinOf(tx, round.id, registration.personId))) {
      throw new Refusal("conflict", "registration.applied_again");
    }
    const at = now();
    const asksAgain = registration.managerState === "no";
    if (asksAgain) {
      await tx
        .updateTable("manager_consultation")
        .set({ state: "waiting", answered_at: null, reminders: 0, reminded_at: null, asked_at: at })
        .where("registration_id", "=", id)
        .execute();
      await askManager(tx, id, "again", at);
    }
    const over = { ineligible_reason: null, decided_by: actor.personId ?? null };
    const state = await seatOrQueue(tx, round, registration, at, over);
    await mailApplicant(
      tx,
      id,
      state === "placed" || state === "held" || state === "waitlisted" ? state : "received",
      at,
    );
    await moveQueue(tx, round, at);
    await record(tx, {
      by: actor,
      what: "circles.eligibility_restored",
      about: id,
      organisationId: round.organisationId,
      before: { state: "ineligible" },
      after: { state },
    });
    return state;
  });
}

/** Locks the round of a registration for somebody who decides about it. What one may not see is not there. */
export async function lockToDecide(tx: Tx, actor: Actor, id: RegistrationId) {
  const roundId = await roundOf(tx, id);
  const round = roundId && (await lockPlaces(tx, roundId));
  const registration = await standingOf(tx, id);
  if (!round || !registration || !maySeeRoster(actor, round))
    throw new Refusal("not_found", "registration.no_such_registration");
  if (!mayDecide(actor, round)) throw new Refusal("forbidden", "registration.not_yours");
  return { round, registration };
}
