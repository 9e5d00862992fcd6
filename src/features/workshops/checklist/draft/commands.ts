import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import type { ChecklistQuestionId, ChecklistVersionId, KnownFact } from "#features/workshops/checklist/checklist.ts";
import type { DraftQuestion, FromVersion, MovedQuestion } from "#features/workshops/checklist/checklist-wish.ts";
import type { Dimension } from "#features/workshops/checklist/dimensions.ts";
import {
  type ChecklistInside,
  checklistInside,
  type VersionLine,
} from "#features/workshops/checklist/inside/queries.ts";
import { questionsOf } from "#features/workshops/checklist/queries.ts";
import type { MergedQuestionId } from "#features/workshops/merging/merging.ts";

/** Begins the next version of a checklist, with the questions of the one that is published. */
export function startDraft(db: Database, actor: Actor, slug: string, { version }: FromVersion): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockToKeep(tx, actor, slug);
    mustBeAsRead(inside.checklist, version);
    if (inside.draft) throw new Refusal("conflict", "checklist.draft_already");
    const [newest] = inside.versions;
    if (!newest) throw new Refusal("conflict", "checklist.not_published");
    const id = newId<"checklist_version">();
    await tx
      .insertInto("checklist_version")
      .values({ id, checklist_id: inside.checklist.id, version_no: newest.versionNo + 1 })
      .execute();
    await copyQuestions(tx, newest.id, id);
    await settle(tx, actor, inside, "workshops.checklist_draft_started", { versionNo: newest.versionNo + 1 });
  });
}

/** Adds a question to the draft, last in it. */
export function addDraftQuestion(
  db: Database,
  actor: Actor,
  slug: string,
  { version, ...question }: DraftQuestion,
): Promise<{ readonly id: ChecklistQuestionId }> {
  return inDraft(db, actor, slug, version, async (tx, inside, draft) => {
    const before = await questionsOf(tx, draft.id);
    const [id] = await insertQuestions(
      tx,
      draft.id,
      [{ ...question, lineage: newId<"lineage">(), isAddition: false, mergedQuestionId: null }],
      before.length,
    );
    if (!id) throw new Error("A question was added and has no id");
    await settle(tx, actor, inside, "workshops.checklist_question_added", { question: id, text: question.text });
    return { id };
  });
}

/** Changes a question of the draft. Where it came from stays. */
export function changeDraftQuestion(
  db: Database,
  actor: Actor,
  slug: string,
  id: ChecklistQuestionId,
  { version, text, help, dimension, answeredBy, isShort }: DraftQuestion,
): Promise<void> {
  return inDraft(db, actor, slug, version, async (tx, inside, draft) => {
    const changed = await tx
      .updateTable("checklist_question")
      .set({ text, help, dimension, answered_by: answeredBy, is_short: isShort })
      .where("id", "=", id)
      .where("version_id", "=", draft.id)
      .returning("id")
      .executeTakeFirst();
    if (!changed) throw new Refusal("not_found", "checklist.no_such_question");
    await settle(tx, actor, inside, "workshops.checklist_question_changed", { question: id, text });
  });
}

/** Moves a question of the draft one step. The first goes no further up, nor the last down. */
export function moveDraftQuestion(
  db: Database,
  actor: Actor,
  slug: string,
  id: ChecklistQuestionId,
  { version, direction }: MovedQuestion,
): Promise<void> {
  return inDraft(db, actor, slug, version, async (tx, inside, draft) => {
    const order = (await questionsOf(tx, draft.id)).map((question) => question.id);
    const from = order.indexOf(id);
    if (from < 0) throw new Refusal("not_found", "checklist.no_such_question");
    const to = direction === "up" ? from - 1 : from + 1;
    const other = order[to];
    if (other !== undefined) {
      order[to] = id;
      order[from] = other;
      await number(tx, order);
    }
    await settle(tx, actor, inside, "workshops.checklist_question_moved", { question: id, direction });
  });
}

/** Takes a question out of the draft. It stays in the versions that are published. */
export function removeDraftQuestion(
  db: Database,
  actor: Actor,
  slug: string,
  id: ChecklistQuestionId,
  { version }: FromVersion,
): Promise<void> {
  return inDraft(db, actor, slug, version, async (tx, inside, draft) => {
    const gone = await tx
      .deleteFrom("checklist_question")
      .where("id", "=", id)
      .where("version_id", "=", draft.id)
      .returning("text")
      .executeTakeFirst();
    if (!gone) throw new Refusal("not_found", "checklist.no_such_question");
    await number(
      tx,
      (await questionsOf(tx, draft.id)).map((question) => question.id),
    );
    await settle(tx, actor, inside, "workshops.checklist_question_removed", { question: id, text: gone.text });
  });
}

/** Throws the draft away. A checklist that has nothing published goes with it. */
export function discardDraft(
  db: Database,
  actor: Actor,
  slug: string,
  { version }: FromVersion,
): Promise<{ readonly isGone: boolean }> {
  return inDraft(db, actor, slug, version, async (tx, inside, draft) => {
    await tx.deleteFrom("checklist_question").where("version_id", "=", draft.id).execute();
    await tx.deleteFrom("checklist_version").where("id", "=", draft.id).execute();
    const isGone = inside.versions.length === 0;
    if (isGone) {
      await tx.deleteFrom("checklist_body").where("checklist_id", "=", inside.checklist.id).execute();
      await tx.deleteFrom("checklist").where("id", "=", inside.checklist.id).execute();
    }
    await settle(tx, actor, inside, "workshops.checklist_draft_discarded", { versionNo: draft.versionNo });
    return { isGone };
  });
}

/** Locks a checklist for somebody who keeps it. To those who may not see it, it is not there. */
export async function lockToKeep(tx: Tx, actor: Actor, slug: string): Promise<ChecklistInside> {
  await sql`select from checklist where slug = ${slug} for no key update`.execute(tx);
  const inside = await checklistInside(tx, actor, slug);
  if (!inside.can.keep) throw new Refusal("forbidden", "checklist.not_yours");
  return inside;
}

/** Whoever read an older version of it is told, and loses nothing of what was written. */
export function mustBeAsRead({ version }: ChecklistInside["checklist"], read: number): void {
  if (version !== read) throw new Refusal("conflict", "checklist.changed_meanwhile");
}

type WrittenQuestion = {
  readonly lineage: string;
  readonly text: string;
  readonly help: string | null;
  readonly dimension: Dimension | null;
  readonly answeredBy: KnownFact | null;
  readonly isShort: boolean;
  readonly isAddition: boolean;
  readonly mergedQuestionId: MergedQuestionId | null;
};

/** Writes questions into a version that is not published, in order from a place on. */
export async function insertQuestions(
  tx: Tx,
  versionId: ChecklistVersionId,
  questions: readonly WrittenQuestion[],
  from = 0,
): Promise<ChecklistQuestionId[]> {
  const rows = questions.map((question, at) => ({
    id: newId<"checklist_question">(),
    version_id: versionId,
    position: from + at,
    lineage: question.lineage,
    text: question.text,
    help: question.help,
    dimension: question.dimension,
    answered_by: question.answeredBy,
    is_short: question.isShort,
    is_addition: question.isAddition,
    merged_question_id: question.mergedQuestionId,
  }));
  if (rows.length > 0) await tx.insertInto("checklist_question").values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Writes the questions of one version into another, each the same question as it was. */
export async function copyQuestions(tx: Tx, from: ChecklistVersionId, to: ChecklistVersionId): Promise<void> {
  const questions = await questionsOf(tx, from);
  const merged = await tx
    .selectFrom("checklist_question")
    .where("version_id", "=", from)
    .select(["id", "merged_question_id as mergedQuestionId"])
    .execute();
  const cameOf = new Map(merged.map(({ id, mergedQuestionId }) => [id, mergedQuestionId]));
  await insertQuestions(
    tx,
    to,
    questions.map((question) => ({ ...question, mergedQuestionId: cameOf.get(question.id) ?? null })),
  );
}

/** Does something in the draft of a checklist, as whoever keeps it has read it. */
export function inDraft<T>(
  db: Database,
  actor: Actor,
  slug: string,
  version: number,
  work: (tx: Tx, inside: ChecklistInside, draft: VersionLine) => Promise<T>,
): Promise<T> {
  return change(db, actor, async (tx) => {
    const inside = await lockToKeep(tx, actor, slug);
    mustBeAsRead(inside.checklist, version);
    if (!inside.draft) throw new Refusal("conflict", "checklist.no_draft");
    return work(tx, inside, inside.draft);
  });
}

async function number(tx: Tx, order: readonly ChecklistQuestionId[]): Promise<void> {
  for (const [position, id] of order.entries())
    await tx.updateTable("checklist_question").set({ position }).where("id", "=", id).execute();
}

/** Marks that the checklist has changed, and writes down what was done. */
export async function settle(
  tx: Tx,
  actor: Actor,
  { checklist: { id, organisationId, version } }: ChecklistInside,
  what: string,
  after: object,
): Promise<void> {
  await tx
    .updateTable("checklist")
    .set({ version: version + 1 })
    .where("id", "=", id)
    .execute();
  await record(tx, { by: actor, what, about: id, organisationId: organisationId ?? undefined, after });
}
