import type { Updateable } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { Schema } from "#platform/database/schema.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { addStep, lockQuestion, recordQuestion, refusedStep } from "#features/knowledge/question/commands.ts";
import { organisationsThatAnswer } from "#features/knowledge/question/contacts/queries.ts";
import type { QuestionFacts, QuestionInside } from "#features/knowledge/question/queries.ts";
import { type QuestionStep, questionSteps } from "#features/knowledge/question/question-lifecycle.ts";
import { questionCameMailJob, questionEndedMailJob } from "#features/knowledge/question/question-jobs.ts";
import type { Closing, PassingOn } from "#features/knowledge/question/question-words.ts";

/** Takes a question on: whoever asked sees who seeks the answer, and colleagues leave it. */
export function takeQuestion(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const { question } = await lockToStep(tx, actor, slug, "take");
    await setState(tx, question, { state: questionSteps.take.to, taken_by: actor.personId ?? null });
    await addStep(tx, actor, now(), { id: question.id, step: "taken" });
    await recordQuestion(tx, actor, question, "knowledge.question_taken");
  });
}

/** Puts a question back for somebody else to take, such as when whoever took it is away. */
export function putQuestionBack(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  return change(db, actor, async (tx) => {
    const { question } = await lockToStep(tx, actor, slug, "putBack");
    await setState(tx, question, { state: questionSteps.putBack.to, taken_by: null });
    await addStep(tx, actor, now(), { id: question.id, step: "putBack" });
    await recordQuestion(tx, actor, question, "knowledge.question_put_back");
  });
}

/** Passes a question on to another organisation where somebody answers, with the reason; whoever asked sees where it went. */
export function passQuestionOn(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { toId, reason }: PassingOn,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { question } = await lockToStep(tx, actor, slug, "passOn");
    const wrong = (code: "ask.is_there_already" | "ask.nobody_answers_there") =>
      new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "toId", code }]);
    if (toId === question.withId) throw wrong("ask.is_there_already");
    const answering = await organisationsThatAnswer(tx, dateIn(now()));
    if (!answering.some(({ id }) => id === toId)) throw wrong("ask.nobody_answers_there");
    await setState(tx, question, { state: questionSteps.passOn.to, taken_by: null, with_id: toId });
    const stepId = await addStep(tx, actor, now(), { id: question.id, step: "passedOn", toId, reason });
    await enqueue(tx, questionCameMailJob, { questionId: question.id, stepId });
    const told = { before: { withId: question.withId }, after: { withId: toId } };
    await recordQuestion(tx, actor, question, "knowledge.question_passed_on", told);
  });
}

/** Closes a question that is not answered, with the reason. Whoever asked is told, unless they did it themselves. */
export function closeQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { reason }: Closing,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { question, isOwn } = await lockToStep(tx, actor, slug, "close");
    await setState(tx, question, { state: questionSteps.close.to, closed_reason: reason });
    await addStep(tx, actor, now(), { id: question.id, step: "closed", reason });
    if (!isOwn) await enqueue(tx, questionEndedMailJob, { questionId: question.id });
    await recordQuestion(tx, actor, question, "knowledge.question_closed");
  });
}

/** Takes the lock of a question that somebody wants to take a step with. */
export async function lockToStep(tx: Tx, actor: Actor, slug: string, step: QuestionStep): Promise<QuestionInside> {
  const inside = await lockQuestion(tx, actor, slug);
  if (inside.can[step]) return inside;
  if (step === "take" && inside.question.state === "taken") throw new Refusal("conflict", "ask.is_taken");
  if (step === "putBack" && inside.question.state === "asked") throw new Refusal("conflict", "ask.is_not_taken");
  throw refusedStep(inside);
}

async function setState(
  tx: Tx,
  { id, version }: QuestionFacts,
  columns: Updateable<Schema["knowledge_question"]>,
): Promise<void> {
  await tx
    .updateTable("knowledge_question")
    .set({ ...columns, version: version + 1 })
    .where("id", "=", id)
    .execute();
}
