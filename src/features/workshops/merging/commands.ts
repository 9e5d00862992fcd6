import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type {
  Addition,
  EachItsOwn,
  Gathered,
  Joined,
  MergedQuestionId,
  PutWith,
  Removed,
  SetAside,
  Split,
  TakenUp,
  WorkshopAnswerId,
  Wording,
} from "#features/workshops/merging/merging.ts";
import { longest } from "#features/workshops/merging/merging.ts";
import { wordsFrom } from "#features/workshops/merging/question-words.ts";
import { lockToLead, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

type Made = { readonly id: MergedQuestionId };

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

/** Words a final question: what it asks, a help, and what it is about. Its answers are untouched. */
export function wordQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: MergedQuestionId,
  { version, text, help, dimension }: Wording,
): Promise<void> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    await raiseVersion(tx, inside.workshop.id, id, version);
    await tx.updateTable("merged_question").set({ text, help, dimension }).where("id", "=", id).execute();
    await recordWorkshop(tx, actor, inside, "workshops.question_worded", { question: id, text, dimension });
  });
}

/** Adds a question that the room did not raise. It is marked, here and in every checklist that is made of it. */
export function addQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { text, help, dimension }: Addition,
): Promise<Made> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    const id = await insertQuestion(tx, inside.workshop.id, { text, help, dimension, isAddition: true });
    await recordWorkshop(tx, actor, inside, "workshops.question_added_to_merge", { question: id, text, dimension });
    return { id };
  });
}

/** Takes answers out of a question again; they wait to be dealt with. A question that is left without any goes too. */
export function splitQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: MergedQuestionId,
  { version, answers }: Split,
): Promise<{ readonly isGone: boolean }> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    await raiseVersion(tx, inside.workshop.id, id, version);
    await refuseInChecklist(tx, id);
    const out = await tx
      .deleteFrom("merged_answer")
      .where("merged_question_id", "=", id)
      .where("answer_id", "in", answers)
      .returning("answer_id as id")
      .execute();
    if (out.length < new Set(answers).size) throw new Refusal("not_found", "merging.no_such_answer");
    const left = await tx
      .selectFrom("merged_answer")
      .where("merged_question_id", "=", id)
      .select("answer_id")
      .executeTakeFirst();
    if (!left) await tx.deleteFrom("merged_question").where("id", "=", id).execute();
    await recordWorkshop(tx, actor, inside, "workshops.question_split", {
      question: id,
      answers: out.map((answer) => answer.id),
    });
    return { isGone: !left };
  });
}

/** Lays one question to another: all its answers go there, and it is gone. */
export function joinQuestions(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: MergedQuestionId,
  { version, into }: Joined,
): Promise<void> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    if (id === into) throw new Refusal("conflict", "merging.with_itself");
    await raiseVersion(tx, inside.workshop.id, id, version);
    await refuseInChecklist(tx, id);
    await raiseVersion(tx, inside.workshop.id, into);
    await tx
      .updateTable("merged_answer")
      .set({ merged_question_id: into })
      .where("merged_question_id", "=", id)
      .execute();
    await tx.deleteFrom("merged_question").where("id", "=", id).execute();
    await recordWorkshop(tx, actor, inside, "workshops.questions_joined", { question: id, into });
  });
}

/** Takes a question away. Its answers wait to be dealt with again. */
export function removeQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: MergedQuestionId,
  { version }: Removed,
): Promise<void> {
  return merge(db, actor, now, slug, async (tx, inside) => {
    await raiseVersion(tx, inside.workshop.id, id, version);
    await refuseInChecklist(tx, id);
    await tx.deleteFrom("merged_answer").where("merged_question_id", "=", id).execute();
    await tx.deleteFrom("merged_question").where("id", "=", id).execute();
    await recordWorkshop(tx, actor, inside, "workshops.merged_question_removed", { question: id });
  });
}

/** A step of the merging, under the workshop's lock and by whoever leads it: of two at once, the second sees the first's. */
function merge<T>(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  work: (tx: Tx, inside: WorkshopInside) => Promise<T>,
): Promise<T> {
  return change(db, actor, async (tx) => work(tx, await lockToLead(tx, actor, slug, now())));
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

type Question = Pick<Wording, "text" | "dimension"> & { readonly help?: string | null; readonly isAddition?: boolean };

/** A new question, last in order. */
async function insertQuestion(
  tx: Tx,
  workshopId: WorkshopId,
  { text, dimension, help = null, isAddition = false }: Question,
): Promise<MergedQuestionId> {
  const id = newId<"merged_question">();
  await tx
    .insertInto("merged_question")
    .values({
      id,
      workshop_id: workshopId,
      position: sql<number>`(
        select coalesce(max(position) + 1, 0) from merged_question where workshop_id = ${workshopId})`,
      text,
      help,
      dimension,
      is_addition: isAddition,
    })
    .execute();
  return id;
}

/** Marks that a question has changed, from the version that was read where one was: whoever read an older one is told. */
async function raiseVersion(tx: Tx, workshopId: WorkshopId, id: MergedQuestionId, version?: number): Promise<void> {
  const question = await tx
    .selectFrom("merged_question")
    .where("id", "=", id)
    .where("workshop_id", "=", workshopId)
    .select("version")
    .executeTakeFirst();
  if (!question) throw new Refusal("not_found", "merging.no_such_question");
  if (version !== undefined && question.version !== version) throw new Refusal("conflict", "merging.changed_meanwhile");
  await tx
    .updateTable("merged_question")
    .set({ version: question.version + 1 })
    .where("id", "=", id)
    .execute();
}

/** What a checklist was made of stays: it leads back to the room's own words. */
async function refuseInChecklist(tx: Tx, id: MergedQuestionId): Promise<void> {
  const checklist = await tx
    .selectFrom("checklist_question as q")
    .innerJoin("checklist_version as v", "v.id", "q.version_id")
    .innerJoin("checklist as k", "k.id", "v.checklist_id")
    .where("q.merged_question_id", "=", id)
    .select("k.title")
    .executeTakeFirst();
  if (checklist) throw new Refusal("conflict", "merging.in_checklist", { title: checklist.title });
}
