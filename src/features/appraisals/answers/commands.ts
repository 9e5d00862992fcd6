import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { InquiryId } from "#features/appraisals/answers/answer.ts";
import { inquiryAnsweredMailJob, inquiryMailJob } from "#features/appraisals/answers/answer-jobs.ts";
import type { AnswerWish, ChosenForm, InquiryAnswer, NewInquiry } from "#features/appraisals/answers/answer-words.ts";
import { isQuestionOf } from "#features/appraisals/answers/queries.ts";
import {
  lockAppraisal,
  lockAppraisalToWrite,
  recordAppraisal,
  wrongAt,
} from "#features/appraisals/appraisal/locking/commands.ts";
import { knownAmong } from "#features/appraisals/appraisal/people/queries.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { ChecklistQuestionId } from "#features/workshops/checklist/checklist.ts";

/**
 * Answers one question of the checklist, from the version that was read: of two who write at once, the second is told and
 * sees what the first wrote. What is not known is written down as that, with the day it is to be known. (R181)
 */
export function writeAnswer(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  question: string,
  { standing, text, ownerId, ownerName, source, answeredOn, knownBy, version }: AnswerWish,
): Promise<{ readonly version: number }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const today = dateIn(at);
    const inside = await lockAppraisalToWrite(tx, actor, slug, at);
    const questionId = await mustBeQuestion(tx, inside, question);
    const before = await tx
      .selectFrom("appraisal_answer")
      .where("appraisal_id", "=", inside.appraisal.id)
      .where("question_id", "=", questionId)
      .select(["id", "version", "known_by as knownBy", "owner_id as ownerId"])
      .executeTakeFirst();
    if ((before?.version ?? 0) !== version) throw new Refusal("conflict", "appraisal_answer.changed_meanwhile");
    if (answeredOn !== null && Temporal.PlainDate.compare(answeredOn, today) > 0)
      throw wrongAt("answeredOn", "appraisal_answer.day_ahead");
    const hasMoved = knownBy !== null && !(before?.knownBy?.equals(knownBy) ?? false);
    if (hasMoved && Temporal.PlainDate.compare(knownBy, today) < 0)
      throw wrongAt("knownBy", "appraisal_answer.day_has_been");
    if (ownerId !== null && ownerId !== before?.ownerId && (await knownAmong(tx, [ownerId])).length === 0)
      throw wrongAt("ownerId", "appraisal.no_such_person");
    const columns = {
      standing,
      text,
      owner_id: ownerId,
      owner_name: ownerName,
      source,
      answered_on: answeredOn ?? today,
      known_by: knownBy,
      version: version + 1,
    };
    if (before) await tx.updateTable("appraisal_answer").set(columns).where("id", "=", before.id).execute();
    else
      await tx
        .insertInto("appraisal_answer")
        .values({
          ...columns,
          id: newId<"appraisal_answer">(),
          appraisal_id: inside.appraisal.id,
          question_id: questionId,
        })
        .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.question_answered", { questionId, standing });
    return { version: version + 1 };
  });
}

/** Asks with the short form or the full one. What is answered in the one stays, whichever is chosen. */
export function chooseForm(db: Database, actor: Actor, now: Clock, slug: string, { form }: ChosenForm): Promise<void> {
  return change(db, actor, async (tx) => {
    const inside = await lockAppraisalToWrite(tx, actor, slug, now());
    const { id, version } = inside.appraisal;
    await tx
      .updateTable("appraisal")
      .set({ form, version: version + 1 })
      .where("id", "=", id)
      .execute();
    await recordAppraisal(tx, actor, inside, "appraisals.form_chosen", { form });
  });
}

/** Asks the authors something before deciding, of one question or of the whole, and tells them. (R189, R199) */
export function askAuthors(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { questionId, text }: NewInquiry,
): Promise<{ readonly id: InquiryId }> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockAppraisal(tx, actor, slug, at);
    if (!inside.can.ask) throw notToAsk(inside);
    if (questionId !== null && !(await isQuestionOf(tx, questionId, inside)))
      throw wrongAt("questionId", "appraisal_answer.no_such_question");
    const id = newId<"appraisal_inquiry">();
    await tx
      .insertInto("appraisal_inquiry")
      .values({
        id,
        appraisal_id: inside.appraisal.id,
        question_id: questionId,
        text,
        asked_by: actor.personId ?? null,
        asked_at: at,
      })
      .execute();
    for (const author of inside.authors)
      if (author.id !== actor.personId) await enqueue(tx, inquiryMailJob, { inquiryId: id, personId: author.id });
    await recordAppraisal(tx, actor, inside, "appraisals.inquiry_made", { inquiryId: id, questionId });
    return { id };
  });
}

/** Answers what was asked, and tells whoever asked. An inquiry of another appraisal is not there. */
export function answerInquiry(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  inquiry: string,
  { text }: InquiryAnswer,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const inside = await lockAppraisal(tx, actor, slug, at);
    const id = InquiryId.safeParse(inquiry).data;
    const asked =
      id &&
      (await tx
        .selectFrom("appraisal_inquiry")
        .where("id", "=", id)
        .where("appraisal_id", "=", inside.appraisal.id)
        .select(["id", "answered_at as answeredAt", "asked_by as askedBy"])
        .executeTakeFirst());
    if (!asked) throw new Refusal("not_found", "appraisal_answer.no_such_inquiry");
    if (!inside.can.tell) throw new Refusal("forbidden", "appraisal_answer.not_yours_to_answer");
    if (asked.answeredAt !== null) throw new Refusal("conflict", "appraisal_answer.answered_already");
    await tx
      .updateTable("appraisal_inquiry")
      .set({ answer: text, answered_by: actor.personId ?? null, answered_at: at })
      .where("id", "=", asked.id)
      .execute();
    if (asked.askedBy !== null && asked.askedBy !== actor.personId)
      await enqueue(tx, inquiryAnsweredMailJob, { inquiryId: asked.id });
    await recordAppraisal(tx, actor, inside, "appraisals.inquiry_answered", { inquiryId: asked.id });
  });
}

async function mustBeQuestion(tx: Tx, inside: AppraisalInside, question: string): Promise<ChecklistQuestionId> {
  const id = ChecklistQuestionId.safeParse(question).data;
  if (!id || !(await isQuestionOf(tx, id, inside))) throw new Refusal("not_found", "appraisal_answer.no_such_question");
  return id;
}

/** Not theirs to ask, or not any more. */
function notToAsk({ appraisal, can }: AppraisalInside): Refusal {
  const isOver = appraisal.state === "decided" || appraisal.state === "withdrawn";
  return isOver && (can.tell || can.keep)
    ? new Refusal("conflict", "appraisal.step_not_possible")
    : new Refusal("forbidden", "appraisal_answer.not_yours_to_ask");
}
