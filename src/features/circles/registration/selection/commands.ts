import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { askWhileHeld } from "#features/circles/registration/manager/commands.ts";
import { mailApplicant, takeSeat, takeStep } from "#features/circles/registration/queue/commands.ts";
import { lockPlaces, type LockedRound } from "#features/circles/registration/queue/queries.ts";
import { mayDecide, maySeeRoster } from "#features/circles/registration/registration-policy.ts";
import { noticesHindrance } from "#features/circles/registration/selection/notices.ts";
import type { Outcome } from "#features/circles/registration/selection/selection-balance.ts";
import type { SelectionDecision } from "#features/circles/registration/selection/selection-decisions.ts";
import { candidatesIn, seatedIn } from "#features/circles/registration/selection/queries.ts";
import { mayStep, steps as roundSteps } from "#features/circles/round/round-lifecycle.ts";
import { isAssessed, type RoundId } from "#features/circles/round/round.ts";

/**
 * Writes down what is decided about applicants in a selection, each with its reason and who decided. Nobody is told
 * and nobody is placed: until the notices are sent a decision can be changed. (R026)
 */
export function decideSelection(
  db: Database,
  actor: Actor,
  roundId: RoundId,
  decisions: readonly SelectionDecision[],
  now: Clock,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const round = await lockToSelect(tx, actor, roundId);
    if (round.noticesSent) throw new Refusal("conflict", "registration.notices_sent_already");
    const candidates = new Set((await candidatesIn(tx, roundId)).map(({ id }) => id));
    if (!decisions.every(({ registrationId }) => candidates.has(registrationId))) {
      throw new Refusal("conflict", "registration.not_a_candidate");
    }
    await tx
      .insertInto("selection_decision")
      .values(
        decisions.map(({ registrationId, outcome, reason }) => ({
          registration_id: registrationId,
          outcome,
          reason,
          decided_by: actor.personId ?? null,
          decided_at: now(),
        })),
      )
      .onConflict((conflict) =>
        conflict.column("registration_id").doUpdateSet({
          outcome: (eb) => eb.ref("excluded.outcome"),
          reason: (eb) => eb.ref("excluded.reason"),
          decided_by: (eb) => eb.ref("excluded.decided_by"),
          decided_at: (eb) => eb.ref("excluded.decided_at"),
        }),
      )
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.selection_decided",
      about: roundId,
      organisationId: round.organisationId,
      after: { decisions },
    });
  });
}

export type NoticesSent = Record<Outcome, number>;

/**
 * Gives everyone who has applied their answer at the same time: places, waiting list, no place. Not before the notice
 * date, not while somebody lacks a decision, and never to more than there are seats. A place whose manager has to
 * answer is kept first. The mails go with the same change, so either all of it happens or nothing. (R026)
 */
export function sendNotices(db: Database, actor: Actor, roundId: RoundId, now: Clock): Promise<NoticesSent> {
  return change(db, actor, async (tx) => {
    const round = await lockToSelect(tx, actor, roundId);
    const at = now();
    const candidates = await candidatesIn(tx, roundId);
    const hindrance = noticesHindrance(round, candidates, await seatedIn(tx, roundId), dateIn(at));
    if (hindrance) throw new Refusal("conflict", hindrance.code, "values" in hindrance ? hindrance.values : {});
    if (!mayStep(round.state, "allocate")) throw new Refusal("conflict", "registration.round_over");

    const sent: NoticesSent = { place: 0, wait: 0, decline: 0 };
    for (const { id, outcome, managerAwaited } of candidates) {
      if (!outcome) continue;
      sent[outcome] += 1;
      const state =
        outcome === "place"
          ? await takeSeat(tx, id, managerAwaited, at)
          : await takeStep(tx, outcome === "wait" ? "queue" : "decline", id, at);
      if (state === "held") await askWhileHeld(tx, id, at);
      await mailApplicant(tx, id, mailOf[state] ?? "declined", at);
    }
    await tx
      .updateTable("round")
      .set({ state: roundSteps.allocate.to, notices_sent_at: at, updated_at: sql`clock_timestamp()` })
      .where("id", "=", roundId)
      .execute();
    await record(tx, {
      by: actor,
      what: "circles.notices_sent",
      about: roundId,
      organisationId: round.organisationId,
      before: { state: round.state },
      after: { state: roundSteps.allocate.to, sent },
    });
    return sent;
  });
}

const mailOf: Partial<Record<string, "placed" | "held" | "waitlisted">> = {
  placed: "placed",
  held: "held",
  waitlisted: "waitlisted",
};

async function lockToSelect(tx: Tx, actor: Actor, roundId: RoundId): Promise<LockedRound> {
  const round = await lockPlaces(tx, roundId);
  if (!round || !maySeeRoster(actor, round)) throw new Refusal("not_found", "registration.no_such_round");
  if (!mayDecide(actor, round)) throw new Refusal("forbidden", "registration.not_yours");
  if (!isAssessed(round.allocation)) throw new Refusal("conflict", "registration.no_selection");
  return round;
}
