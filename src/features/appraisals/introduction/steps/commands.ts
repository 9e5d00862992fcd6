import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { change } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { recordAppraisal } from "#features/appraisals/appraisal/locking/commands.ts";
import { lockToRun } from "#features/appraisals/introduction/commands.ts";
import type { IntroductionStep, StepDone } from "#features/appraisals/introduction/introduction-words.ts";
import type { IntroductionStepId } from "#features/appraisals/introduction/introduction.ts";
import { stepCalled } from "#features/appraisals/introduction/queries.ts";

/** Adds something to do, or something to stop doing, with its day: whoever is responsible is reminded. (R196) */
export function addIntroductionStep(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  step: IntroductionStep,
): Promise<{ readonly id: IntroductionStepId }> {
  return change(db, actor, async (tx) => {
    const { inside, introduction } = await lockToRun(tx, actor, slug, now());
    const id = newId<"introduction_step">();
    await tx
      .insertInto("introduction_step")
      .values({
        id,
        introduction_id: introduction.id,
        position: sql<number>`(
          select coalesce(max(s.position), -1) + 1 from introduction_step s where s.introduction_id = ${introduction.id})`,
        ...columnsOf(step),
      })
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.introduction_step_added", { step: id, kind: step.kind });
    return { id };
  });
}

/** Changes what is to be done, by which role, and when. */
export function changeIntroductionStep(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: IntroductionStepId,
  step: IntroductionStep,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const running = await lockToRun(tx, actor, slug, now());
    stepCalled(running, id);
    await tx.updateTable("introduction_step").set(columnsOf(step)).where("id", "=", id).execute();
    await recordAppraisal(tx, actor, running.inside, "appraisals.introduction_step_changed", { step: id });
  });
}

/** Says that something is done, or that it was not after all. */
export function finishIntroductionStep(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: IntroductionStepId,
  { isDone }: StepDone,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const running = await lockToRun(tx, actor, slug, at);
    const step = stepCalled(running, id);
    const doneOn = isDone ? (step.doneOn ?? dateIn(at)) : null;
    await tx.updateTable("introduction_step").set({ done_on: doneOn }).where("id", "=", id).execute();
    await recordAppraisal(tx, actor, running.inside, "appraisals.introduction_step_done", { step: id, isDone });
  });
}

/** Takes away something that is not to be done after all. */
export function removeIntroductionStep(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: IntroductionStepId,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const running = await lockToRun(tx, actor, slug, now());
    stepCalled(running, id);
    await tx.deleteFrom("introduction_step").where("id", "=", id).execute();
    await recordAppraisal(tx, actor, running.inside, "appraisals.introduction_step_removed", { step: id });
  });
}

function columnsOf({ dueOn, ...same }: IntroductionStep) {
  return { ...same, due_on: dueOn };
}
