import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { lockToLead, raiseRoom, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import type { WorkshopInside, WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import type { WorkshopId, WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";
import type { Moving, NewQuestion } from "#features/workshops/workshop/workshop-words.ts";

/** Adds a question last, of any kind, with what there is to choose from. It may be added while the room is open. */
export function addQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  question: NewQuestion,
): Promise<{ readonly id: WorkshopQuestionId }> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    const id = await writeQuestion(tx, inside.workshop.id, question, inside.questions.length);
    await recordWorkshop(tx, actor, inside, "workshops.question_added", { question: question.text });
    return { id };
  });
}

/** Changes a question that nobody has answered. What has been put stands as it was put: add a new one instead. (Rule J-4) */
export function changeQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: WorkshopQuestionId,
  question: NewQuestion,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { inside, place } = await lockUnasked(tx, actor, slug, id, now());
    await removeOptions(tx, id);
    await tx
      .updateTable("workshop_question")
      .set({ position: place, ...columnsOf(question) })
      .where("id", "=", id)
      .execute();
    await writeOptions(tx, id, question.options);
    await raiseRoom(tx, inside.workshop.id);
    await recordWorkshop(tx, actor, inside, "workshops.question_changed", { question: question.text });
  });
}

/** Takes a question away that nobody has answered. */
export function removeQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: WorkshopQuestionId,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { inside, question } = await lockUnasked(tx, actor, slug, id, now());
    await tx
      .updateTable("workshop")
      .set({ screen_shows: "joining", screen_question: null })
      .where("id", "=", inside.workshop.id)
      .where("screen_question", "=", id)
      .execute();
    await removeOptions(tx, id);
    await tx.deleteFrom("workshop_question").where("id", "=", id).execute();
    await placeInOrder(
      tx,
      inside.questions.filter((each) => each.id !== id),
    );
    await raiseRoom(tx, inside.workshop.id);
    await recordWorkshop(tx, actor, inside, "workshops.question_removed", { question: question.text });
  });
}

/** Moves a question one step. First up and last down change nothing. */
export function moveQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  id: WorkshopQuestionId,
  { towards }: Moving,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    const { question, place } = questionAt(inside, id);
    const to = Math.min(inside.questions.length - 1, Math.max(0, place + (towards === "up" ? -1 : 1)));
    await placeInOrder(tx, inside.questions.toSpliced(place, 1).toSpliced(to, 0, question));
    await recordWorkshop(tx, actor, inside, "workshops.question_moved", { question: question.text, to });
  });
}

function questionAt({ questions }: WorkshopInside, id: WorkshopQuestionId) {
  const place = questions.findIndex((each) => each.id === id);
  const question = questions[place];
  if (!question) throw new Refusal("not_found", "workshop.no_such_question");
  return { question, place };
}

/** A question that has never been put, and to which no answer was brought in. */
async function lockUnasked(tx: Tx, actor: Actor, slug: string, id: WorkshopQuestionId, at: Temporal.Instant) {
  const inside = await lockToLead(tx, actor, slug, at);
  const { question, place } = questionAt(inside, id);
  const [put, answered] = await Promise.all([
    tx.selectFrom("workshop_round").where("question_id", "=", id).select("id").limit(1).executeTakeFirst(),
    tx.selectFrom("workshop_answer").where("question_id", "=", id).select("id").limit(1).executeTakeFirst(),
  ]);
  if (put || answered) throw new Refusal("conflict", "workshop.question_was_put");
  return { inside, question, place };
}

async function writeQuestion(
  tx: Tx,
  workshop_id: WorkshopId,
  question: NewQuestion,
  position: number,
): Promise<WorkshopQuestionId> {
  const id = newId<"workshop_question">();
  await tx
    .insertInto("workshop_question")
    .values({ id, workshop_id, position, ...columnsOf(question) })
    .execute();
  await writeOptions(tx, id, question.options);
  return id;
}

async function writeOptions(tx: Tx, question_id: WorkshopQuestionId, options: readonly string[]): Promise<void> {
  const rows = options.map((text, position) => ({ id: newId<"workshop_option">(), question_id, position, text }));
  if (rows.length > 0) await tx.insertInto("workshop_option").values(rows).execute();
}

async function removeOptions(tx: Tx, id: WorkshopQuestionId): Promise<void> {
  await tx.deleteFrom("workshop_option").where("question_id", "=", id).execute();
}

async function placeInOrder(tx: Tx, questions: readonly WorkshopQuestion[]): Promise<void> {
  for (const [position, { id }] of questions.entries())
    await tx.updateTable("workshop_question").set({ position }).where("id", "=", id).execute();
}

function columnsOf({ kind, text, help, most, scaleLow, scaleHigh, lowLabel, highLabel }: NewQuestion) {
  return {
    kind,
    text,
    help,
    most,
    scale_low: scaleLow,
    scale_high: scaleHigh,
    low_label: lowLabel,
    high_label: highLabel,
  };
}
