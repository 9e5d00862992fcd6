import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type {
  Addition,
  Joined,
  Made,
  MergedQuestionId,
  Removed,
  Split,
  Wording,
} from "#features/workshops/merging/merging.ts";
import { lockToLead, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import type { WorkshopId } from "#features/workshops/workshop/workshop.ts";

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
export function merge<T>(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  work: (tx: Tx, inside: WorkshopInside) => Promise<T>,
): Promise<T> {
  return change(db, actor, async (tx) => work(tx, await lockToLead(tx, actor, slug, now())));
}

type Question = Pick<Wording, "text" | "dimension"> & { readonly help?: string | null; readonly isAddition?: boolean };

/** A new question, last in order. */
export async function insertQuestion(
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
export async function raiseVersion(
  tx: Tx,
  workshopId: WorkshopId,
  id: MergedQuestionId,
  version?: number,
): Promise<void> {
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
