import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { type BroughtIn, isInWords, mostGroups } from "#features/workshops/imports/imports.ts";
import { marked, marksBroughtIn } from "#features/workshops/imports/queries.ts";
import { lockToLead, raiseRoom, recordWorkshop } from "#features/workshops/workshop/leading/commands.ts";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import { mostOf } from "#features/workshops/workshop/question-shape.ts";
import type { WorkshopGroupId, WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

export type BroughtInOutcome = { readonly added: number; readonly known: number };

/**
 * Brings answers in that were given in another tool, word for word: they are merged as the room's own are. The same answer
 * of the same file comes in once, however often. Groups that are not there are added; an anonymous workshop learns none.
 */
export function bringInAnswers(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { questionId, question, answers }: BroughtIn,
): Promise<BroughtInOutcome> {
  return change(db, actor, async (tx) => {
    const inside = await lockToLead(tx, actor, slug, now());
    const { workshop } = inside;
    const about = await questionMeant(tx, inside, questionId, question);
    const before = await marksBroughtIn(tx, about);
    const heard = answers.map(({ text, group }) => ({ text, group: workshop.isAnonymous ? null : group }));
    const fresh = marked(heard).filter(({ mark }) => !before.has(mark));
    const groups = await groupsNamed(tx, inside, fresh);
    const rows = fresh.map(({ text, group, mark }) => ({
      id: newId<"workshop_answer">(),
      workshop_id: workshop.id,
      question_id: about,
      group_id: group === null ? null : (groups.get(folded(group)) ?? null),
      sent_mark: mark,
      text,
    }));
    // In parts: a statement takes only so many values.
    for (let at = 0; at < rows.length; at += 500)
      await tx
        .insertInto("workshop_answer")
        .values(rows.slice(at, at + 500))
        .execute();
    if (rows.length > 0) await raiseRoom(tx, workshop.id);
    const outcome = { added: rows.length, known: answers.length - rows.length };
    await recordWorkshop(tx, actor, inside, "workshops.answers_brought_in", { question: about, ...outcome });
    return outcome;
  });
}

/** What the answers answer: a question of the workshop that is answered in words, or a new one. */
async function questionMeant(
  tx: Tx,
  { workshop, questions }: WorkshopInside,
  id: WorkshopQuestionId | null,
  text: string | null,
): Promise<WorkshopQuestionId> {
  if (id !== null) {
    const known = questions.find((question) => question.id === id);
    if (!known) throw new Refusal("not_found", "workshop.no_such_question");
    if (!isInWords(known)) throw new Refusal("conflict", "bringing_in.not_in_words");
    return known.id;
  }
  const same = questions.find((question) => isInWords(question) && question.text === text);
  if (same) return same.id;
  const questionId = newId<"workshop_question">();
  await tx
    .insertInto("workshop_question")
    .values({
      id: questionId,
      workshop_id: workshop.id,
      position: sql<number>`(
        select coalesce(max(position) + 1, 0) from workshop_question where workshop_id = ${workshop.id})`,
      kind: "open",
      text: text ?? "",
      most: mostOf("open", null),
    })
    .execute();
  return questionId;
}

/** The groups of some answers by name; those that are missing are added. */
async function groupsNamed(
  tx: Tx,
  { workshop, groups }: WorkshopInside,
  answers: readonly { readonly group: string | null }[],
): Promise<ReadonlyMap<string, WorkshopGroupId>> {
  const byName = new Map(groups.map(({ id, name }) => [folded(name), id]));
  const missing = new Map(
    answers.flatMap(({ group }) => (group === null || byName.has(folded(group)) ? [] : [[folded(group), group]])),
  );
  if (byName.size + missing.size > mostGroups)
    throw new Refusal("invalid", "bringing_in.hardly_groups", { count: byName.size + missing.size });
  for (const [key, name] of missing) {
    const id = newId<"workshop_group">();
    await tx
      .insertInto("workshop_group")
      .values({
        id,
        workshop_id: workshop.id,
        position: sql<number>`(
          select coalesce(max(position) + 1, 0) from workshop_group where workshop_id = ${workshop.id})`,
        name,
      })
      .execute();
    byName.set(key, id);
  }
  return byName;
}

function folded(name: string): string {
  return name.trim().toLocaleLowerCase("sv");
}
