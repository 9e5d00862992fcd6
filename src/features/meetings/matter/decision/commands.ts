import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import { reviewDay } from "#features/meetings/matter/matter-lifecycle.ts";
import type { DecidedMatter, ReviewedMatter } from "#features/meetings/matter/matter-words.ts";
import { moveMatter, outstandingIn } from "#features/meetings/matter/steps/commands.ts";
import { lockToSteer, recordMatter, refuseWithOpenCommissions } from "#features/meetings/matter/steering/commands.ts";

/**
 * Writes down what was decided: by a body that the matter concerns, a position where it has no mandate; or by somebody
 * else, a reference that is theirs and never ours. (R214)
 */
export function decideMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { outcome, decidedBy, decidedByName, decidedOn, decidedDay, reviewOn }: DecidedMatter,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    if (decidedOn !== null && Temporal.PlainDate.compare(decidedOn, today) > 0)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "decidedOn", code: "matter.day_ahead" }]);
    if (decidedBy !== null) await refuseUnknownBody(tx, decidedBy);
    const decider = decidedByName === null ? (decidedBy ?? matter.bodyId) : null;
    const ours = inside.bodies.find(({ id }) => id === decider);
    const isPosition = ours?.mandate === null;
    const columns = {
      outcome,
      is_position: isPosition,
      decided_by: decider,
      decided_by_name: decidedByName,
      decided_on: decidedOn,
      decided_day: decidedDay,
      review_on: reviewDay(reviewOn, await outstandingIn(tx, matter.id), today),
    };
    const what = ours ? (isPosition ? "positionTaken" : "decided") : "decidedElsewhere";
    const step = { what, day: decidedOn, bodyId: decider, text: outcome };
    const move = ours ? "decide" : "decideElsewhere";
    await moveMatter(tx, { by: actor, at }, matter, move, decidedOn ?? today, columns, step);
    await recordMatter(tx, actor, inside, "meetings.matter_decided", { elsewhere: !ours });
  });
}

/** Tells how what was decided turned out: it stands, and the matter is at its end; or it is taken up again to change it. */
export function reviewMatter(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { verdict, text }: ReviewedMatter,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const { inside, matter } = await lockToSteer(tx, actor, slug, at);
    if (matter.state !== "decided" && matter.state !== "decidedElsewhere")
      throw new Refusal("conflict", "matter.step_not_possible");
    if (verdict === "keep") await refuseWithOpenCommissions(tx, matter.id);
    const move = verdict === "keep" ? "review" : "continue";
    const what = verdict === "keep" ? "reviewed" : "reviewedToChange";
    const step = { what, day: today, bodyId: matter.bodyId, text };
    await moveMatter(tx, { by: actor, at }, matter, move, today, {}, step);
    await recordMatter(tx, actor, inside, "meetings.matter_reviewed", { verdict });
  });
}

async function refuseUnknownBody(tx: Tx, id: BodyId): Promise<void> {
  const body = await tx.selectFrom("body").where("id", "=", id).select("id").executeTakeFirst();
  if (!body)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "decidedBy", code: "body.no_such_body" }]);
}
