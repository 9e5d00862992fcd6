import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import {
  lockAppraisal,
  moveAppraisal,
  recordAppraisal,
  wrongAt,
} from "#features/appraisals/appraisal/locking/commands.ts";
import { isSoleAuthor } from "#features/appraisals/appraisal/appraisal-policy.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { beginsSomething, type DecisionId } from "#features/appraisals/decision/decision.ts";
import { decidedMailJob } from "#features/appraisals/decision/decision-jobs.ts";
import type { DecisionWish, OutcomeTold } from "#features/appraisals/decision/decision-words.ts";
import { howManySaid } from "#features/appraisals/perspective/queries.ts";

/**
 * Decides about a method: with its reason, who was of another mind, and what is expected of it, in one change that moves the
 * appraisal with it. Whoever decides and is the only one who wrote is shown as that, and not stopped: units are small. Where
 * somebody has said something by a link, the decision says what came of it. (R181, R205, R206)
 */
export function decide(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  wish: DecisionWish,
): Promise<{ readonly id: DecisionId; readonly decisionNo: number }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const inside = await lockAppraisal(tx, actor, slug, at);
    mustDecide(actor, inside);
    const { appraisal, authors, decider } = inside;
    const decidedOn = wish.decidedOn ?? today;
    const problems = [
      ...daysWrong({ ...wish, decidedOn }, today),
      ...(wish.saidBack === null && (await howManySaid(tx, appraisal.id)) > 0
        ? [{ path: "saidBack", code: "appraisal_decision.missing.saidBack" as const }]
        : []),
    ];
    if (problems.length > 0) throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
    const before = await tx
      .selectFrom("appraisal_decision")
      .where("appraisal_id", "=", appraisal.id)
      .select((eb) => eb.fn.max<number>("decision_no").as("last"))
      .executeTakeFirst();
    const id = newId<"appraisal_decision">();
    const decisionNo = (before?.last ?? 0) + 1;
    const isAlone = isSoleAuthor({ authorIds: authors.map((author) => author.id), deciderId: decider?.id ?? null });
    await tx
      .insertInto("appraisal_decision")
      .values({
        id,
        appraisal_id: appraisal.id,
        decision_no: decisionNo,
        decision: wish.decision,
        reason: wish.reason,
        dissent: wish.dissent,
        said_back: wish.saidBack,
        decided_by: actor.personId ?? null,
        decided_on: decidedOn,
        recorded_at: at,
        is_sole_author: isAlone,
        expected_effect: wish.expectedEffect,
        expected_by: wish.expectedBy,
        measured_how: wish.measuredHow,
        stop_when: wish.stopWhen,
        pilot_what: wish.pilotWhat,
        pilot_whom: wish.pilotWhom,
        pilot_until: wish.pilotUntil,
        decide_again_on: wish.decideAgainOn,
      })
      .execute();
    await moveAppraisal(tx, inside, "decide");
    for (const author of authors)
      if (author.id !== actor.personId) await enqueue(tx, decidedMailJob, { decisionId: id, personId: author.id });
    const told = { decisionId: id, decision: wish.decision, isSoleAuthor: isAlone };
    await recordAppraisal(tx, actor, inside, "appraisals.decided", told);
    return { id, decisionNo };
  });
}

/**
 * Tells how it went beside what was expected. It may be told again: what is not known on the day is known later, and the
 * log keeps what was said before.
 */
export function tellOutcome(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  decisionNo: number,
  { outcome, met, day }: OutcomeTold,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const inside = await lockAppraisal(tx, actor, slug, at);
    const decision = await tx
      .selectFrom("appraisal_decision")
      .where("appraisal_id", "=", inside.appraisal.id)
      .where("decision_no", "=", decisionNo)
      .select(["id", "decision", "decided_on as decidedOn", "outcome_met as met"])
      .executeTakeFirst();
    if (!decision) throw new Refusal("not_found", "appraisal_decision.no_such_decision");
    if (!inside.can.tell) throw new Refusal("forbidden", "appraisal_decision.not_yours_to_tell");
    if (!beginsSomething(decision.decision)) throw new Refusal("conflict", "appraisal_decision.nothing_begun");
    const on = day ?? today;
    if (Temporal.PlainDate.compare(on, today) > 0) throw wrongAt("day", "appraisal_decision.day_ahead");
    if (Temporal.PlainDate.compare(on, decision.decidedOn) < 0)
      throw wrongAt("day", "appraisal_decision.before_decision");
    await tx
      .updateTable("appraisal_decision")
      .set({ outcome, outcome_met: met, outcome_on: on, outcome_by: actor.personId ?? null })
      .where("id", "=", decision.id)
      .execute();
    const told = { decisionId: decision.id, met, before: decision.met };
    await recordAppraisal(tx, actor, inside, "appraisals.outcome_told", told);
  });
}

/** Refuses somebody who may not decide now, and says which it is: not theirs, or not as it stands. */
export function mustDecide({ personId }: Actor, { can, decider, appraisal }: AppraisalInside): void {
  if (can.decide) return;
  const isReady = appraisal.state === "proposed" || appraisal.state === "decided";
  if (decider !== null && decider.id === personId && !isReady)
    throw new Refusal("conflict", "appraisal_decision.not_proposed");
  throw new Refusal("forbidden", "appraisal.not_yours_to_decide");
}

type Days = Pick<DecisionWish, "expectedBy" | "decideAgainOn" | "pilotUntil"> & {
  readonly decidedOn: Temporal.PlainDate;
};

function daysWrong({ decidedOn, expectedBy, decideAgainOn, pilotUntil }: Days, today: Temporal.PlainDate): Problem[] {
  const isAhead = Temporal.PlainDate.compare(decidedOn, today) > 0;
  const after = Object.entries({ expectedBy, decideAgainOn, pilotUntil }).flatMap(([path, day]): Problem[] => {
    const isAfter = day === null || Temporal.PlainDate.compare(day, decidedOn) > 0;
    return isAfter ? [] : [{ path, code: "appraisal_decision.after_decision" }];
  });
  return [...(isAhead ? [{ path: "decidedOn", code: "appraisal_decision.day_ahead" as const }] : []), ...after];
}
