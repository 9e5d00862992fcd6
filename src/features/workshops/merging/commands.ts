import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import {
  type EachItsOwn,
  type Gathered,
  longest,
  type Made,
  type MergedQuestionId,
  type PutWith,
  type SetAside,
  type TakenUp,
  type WorkshopAnswerId,
} from "#features/workshops/merging/merging.ts";
import { wordsFrom } from "#features/workshops/merging/question-words.ts";
import { insertQuestion, merge, raiseVersion } from "#features/workshops/merging/questions/commands.ts";
import { recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

/**
 * Makes one question of answers that wait, which somebody has found to say the same. The answers stay as they were
 * written. (R183)
 */
export function gatherAnswers(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { answers, text, dimension }: Gathered,
): Promise<Made> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    const [first, ...more] = await lockWaiting(tx, inside.workshop.id, answers);
    const words = text ?? wordsFrom(first.text, longest.text);
    const id = await insertQuestion(tx, inside.workshop.id, { text: words, dimension });
    const ids = [first, ...more].map((answer) => answer.id);
    await place(tx, ids, { questionId: id });
    await recordWorkshop(tx, actor, inside, "workshops.answers_merged", { question: id, answers: ids });
    return { id };
  });
}

/** Lets each of some answers that wait be a question of its own, in its own words. */
export function letEachBeItsOwn(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { answers }: EachItsOwn,
): Promise<{ readonly made: number }> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    const waiting = await lockWaiting(tx, inside.workshop.id, answers);
    for (const { id, text } of waiting) {
      const question = await insertQuestion(tx, inside.workshop.id, {
        text: wordsFrom(text, longest.text),
        dimension: null,
      });
      await place(tx, [id], { questionId: question });
    }
    await recordWorkshop(tx, actor, inside, "workshops.answers_stand_alone", { answers: waiting.map(({ id }) => id) });
    return { made: waiting.length };
  });
}

/** Puts answers that wait with a question that is there. */
export function putWithQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { answers, questionId }: PutWith,
): Promise<void> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    const waiting = await lockWaiting(tx, inside.workshop.id, answers);
    await raiseVersion(tx, inside.workshop.id, questionId);
    const ids = waiting.map(({ id }) => id);
    await place(tx, ids, { questionId });
    await recordWorkshop(tx, actor, inside, "workshops.answers_merged", { question: questionId, answers: ids });
  });
}

/** Sets answers that wait aside, with the reason: no question is made of them, and they are kept. */
export function setAnswersAside(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { answers, reason }: SetAside,
): Promise<void> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    const waiting = await lockWaiting(tx, inside.workshop.id, answers);
    const ids = waiting.map(({ id }) => id);
    await place(tx, ids, { reason });
    await recordWorkshop(tx, actor, inside, "workshops.answers_set_aside", { answers: ids, reason });
  });
}

/** Takes answers up again that were set aside. Those that somebody else has taken up already are let be. */
export function takeAnswersUp(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { answers }: TakenUp,
): Promise<void> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    const taken = await tx
      .deleteFrom("merged_answer")
      .using("workshop_answer as a")
      .whereRef("a.id", "=", "merged_answer.answer_id")
      .where("a.workshop_id", "=", inside.workshop.id)
      .where("merged_answer.answer_id", "in", answers)
      .where("merged_answer.merged_question_id", "is", null)
      .returning("merged_answer.answer_id as id")
      .execute();
    if (taken.length === 0) throw new Refusal("conflict", "merging.changed_meanwhile");
    await recordWorkshop(tx, actor, inside, "workshops.answers_taken_up", { answers: taken.map(({ id }) => id) });
  });
}

type Waiting = { readonly id: WorkshopAnswerId; readonly text: string };

/**
 * The answers meant, in the order they came, all of them waiting.
 *
 * @throws Refusal `conflict` when somebody else has dealt with one of them meanwhile: nothing is moved unseen.
 */
async function lockWaiting(
  tx: Tx,
  workshopId: WorkshopId,
  ids: readonly WorkshopAnswerId[],
): Promise<[Waiting, ...Waiting[]]> {
  const rows = await tx
    .selectFrom("workshop_answer as a")
    .leftJoin("merged_answer as m", "m.answer_id", "a.id")
    .where("a.workshop_id", "=", workshopId)
    .where("a.id", "in", ids)
    .where("a.text", "is not", null)
    .where("a.hidden_at", "is", null)
    .orderBy("a.answer_no")
    .select(["a.id", "a.text", "m.answer_id as placed"])
    .execute();
  const found = rows.flatMap(({ id, text }) => (text === null ? [] : [{ id, text }]));
  const [first, ...more] = found;
  if (!first || found.length < new Set(ids).size) throw new Refusal("not_found", "merging.no_such_answer");
  if (rows.some(({ placed }) => placed !== null)) throw new Refusal("conflict", "merging.placed_meanwhile");
  return [first, ...more];
}

type Place = { readonly questionId: MergedQuestionId } | { readonly reason: string };

async function place(tx: Tx, ids: readonly WorkshopAnswerId[], where: Place): Promise<void> {
  const to = "reason" in where ? { reason: where.reason } : { merged_question_id: where.questionId };
  await tx
    .insertInto("merged_answer")
    .values(ids.map((id) => ({ answer_id: id, ...to })))
    .execute();
}
