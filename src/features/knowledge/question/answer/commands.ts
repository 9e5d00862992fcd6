import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { createItemIn } from "#features/knowledge/item/commands.ts";
import { NewItem } from "#features/knowledge/item/item-words.ts";
import type { ItemId } from "#features/knowledge/item/item.ts";
import { type AnswerWords, bodyOf, kindOfAnswer, titleOf } from "#features/knowledge/question/answer/answer-item.ts";
import { addStep, lockQuestion, recordQuestion } from "#features/knowledge/question/commands.ts";
import { mustNameNoClient } from "#features/knowledge/question/guard/commands.ts";
import { questionEndedMailJob } from "#features/knowledge/question/question-jobs.ts";
import { questionSteps } from "#features/knowledge/question/question-lifecycle.ts";
import type { QuestionAnswer } from "#features/knowledge/question/question-words.ts";
import { answerSources } from "#features/knowledge/question/question.ts";
import { lockToStep } from "#features/knowledge/question/steps/commands.ts";

/**
 * Answers a question: what it comes to, how it is with each of the three sources, and what to read. None of the sources
 * stands without the other two. Whoever asked is told by mail. Researchers are named in answers, so names are let through;
 * nothing else that may tell who a client is. (R046, R065)
 */
export function answerQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { answer, sources, items, notOfClient }: QuestionAnswer,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { question } = await lockToStep(tx, actor, slug, "answer");
    const texts = Object.fromEntries(
      answerSources.flatMap((source) => [
        [`sources.${source}.says`, sources[source].says],
        [`sources.${source}.soughtWhere`, sources[source].soughtWhere],
      ]),
    );
    await mustNameNoClient(tx, { answer, ...texts }, notOfClient, { but: ["name"] });
    const toRead = await publishedCalled(tx, items);
    const at = now();
    await tx
      .updateTable("knowledge_question")
      .set({
        state: questionSteps.answer.to,
        answer,
        answered_by: actor.personId ?? null,
        answered_at: at,
        version: question.version + 1,
      })
      .where("id", "=", question.id)
      .execute();
    await tx
      .insertInto("question_source")
      .values(
        answerSources.map((source) => {
          const { standing, says, soughtWhere } = sources[source];
          return { question_id: question.id, source, standing, says, sought_where: soughtWhere };
        }),
      )
      .execute();
    for (const item_id of toRead)
      await tx.insertInto("question_item").values({ question_id: question.id, item_id }).execute();
    await addStep(tx, actor, at, { id: question.id, step: "answered" });
    await enqueue(tx, questionEndedMailJob, { questionId: question.id });
    const standings = Object.fromEntries(answerSources.map((source) => [source, sources[source].standing]));
    await recordQuestion(tx, actor, question, "knowledge.question_answered", {
      after: { ...standings, items: toRead.length },
    });
  });
}

/** Makes a draft of an answer, with what was asked and what each source said in it: others review it before it stands. */
export function makeItemOfAnswer(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  words: AnswerWords,
): Promise<{ readonly slug: string }> {
  return change(db, actor, async (tx) => {
    const { question, sources, can } = await lockQuestion(tx, actor, slug);
    if (question.state !== "answered") throw new Refusal("conflict", "ask.is_not_answered");
    if (question.hasItem) throw new Refusal("conflict", "ask.has_item");
    if (!can.makeItem) throw new Refusal("forbidden", "ask.not_yours_to_answer");
    const draft = {
      kind: kindOfAnswer(sources),
      organisationId: question.withId,
      title: titleOf(question.text),
      says: question.answer,
      body: bodyOf(sources, words),
    };
    const item = await createItemIn(tx, actor, now, NewItem.parse(draft));
    await tx
      .updateTable("knowledge_question")
      .set({ item_id: item.id, version: question.version + 1 })
      .where("id", "=", question.id)
      .execute();
    await recordQuestion(tx, actor, question, "knowledge.question_made_item", { after: { item: item.slug } });
    return { slug: item.slug };
  });
}

/** The published items of some addresses. One that is not there, or not published, is told by its address. */
async function publishedCalled(tx: Tx, slugs: readonly string[]): Promise<ItemId[]> {
  const wanted = [...new Set(slugs)];
  const { rows } = await sql<{ id: ItemId; slug: string }>`
    select i.id, i.slug from knowledge_item i
    where i.slug = any(${wanted}::text[])
      and exists (select from knowledge_version v where v.item_id = i.id and v.state = 'published')`.execute(tx);
  const missing = wanted.find((slug) => !rows.some((row) => row.slug === slug));
  if (missing !== undefined)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "items", code: "ask.no_such_item", values: { slug: missing.slice(0, 100) } },
    ]);
  return rows.map(({ id }) => id);
}
