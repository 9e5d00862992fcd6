import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { type Id, newId, type OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { freeSlug } from "#kernel/slug.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { contactsFor, mayAskFor } from "#features/knowledge/question/contacts/queries.ts";
import { mustNameNoClient } from "#features/knowledge/question/guard/commands.ts";
import { questionInside, type QuestionInside } from "#features/knowledge/question/queries.ts";
import { questionCameMailJob } from "#features/knowledge/question/question-jobs.ts";
import type { NewQuestion, QuestionChange } from "#features/knowledge/question/question-words.ts";
import type { QuestionEvent, QuestionId } from "#features/knowledge/question/question.ts";

export type AskedQuestion = { readonly id: QuestionId; readonly slug: string; readonly withId: OrganisationId };

/**
 * Asks a question from practice. It goes to whoever answers nearest: at home first, the region second. Where nobody is named
 * to answer it stays at home, and says so. What may tell who a client is must be taken away, or be said to be of none.
 * (R046, R146)
 */
export function askQuestion(db: Database, actor: Actor, now: Clock, wish: NewQuestion): Promise<AskedQuestion> {
  return change(db, actor, async (tx) => {
    const { organisationId, notOfClient, neededBy, ...words } = wish;
    const at = now();
    const today = dateIn(at);
    const { personId } = actor;
    if (!personId || !(await mayAskFor(tx, actor, organisationId, today)))
      throw new Refusal("forbidden", "ask.not_your_organisation");
    mustBeToCome(neededBy, today);
    await mustNameNoClient(tx, words, notOfClient);
    const withId = (await contactsFor(tx, organisationId, today))[0]?.id ?? organisationId;
    const id = newId<"knowledge_question">();
    const slug = await freeQuestionSlug(tx, today);
    await tx
      .insertInto("knowledge_question")
      .values({
        ...words,
        id,
        slug,
        asked_by: personId,
        organisation_id: organisationId,
        with_id: withId,
        state: "asked",
        asked_at: at,
        needed_by: neededBy,
      })
      .execute();
    const stepId = await addStep(tx, actor, at, { id, step: "asked", toId: withId });
    await enqueue(tx, questionCameMailJob, { questionId: id, stepId });
    await record(tx, { by: actor, what: "knowledge.question_asked", about: id, organisationId, after: { withId } });
    return { id, slug, withId };
  });
}

/** Changes the words of a question that nobody has answered, from the version that was read. */
export function changeQuestion(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  { version, notOfClient, neededBy, ...words }: QuestionChange,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const { question, can } = await lockQuestion(tx, actor, slug);
    if (!can.change) throw refusedStep({ question, can });
    if (question.version !== version) throw new Refusal("conflict", "ask.changed_meanwhile");
    if (neededBy?.toString() !== question.neededBy?.toString()) mustBeToCome(neededBy, dateIn(now()));
    await mustNameNoClient(tx, words, notOfClient);
    await tx
      .updateTable("knowledge_question")
      .set({ ...words, needed_by: neededBy, version: version + 1 })
      .where("id", "=", question.id)
      .execute();
    await recordQuestion(tx, actor, question, "knowledge.question_changed");
  });
}

/** Takes a question's lock, and tells how it is now that nobody else can change it. */
export async function lockQuestion(tx: Tx, actor: Actor, slug: string): Promise<QuestionInside> {
  const { question } = await questionInside(tx, actor, slug);
  await sql`select 1 from knowledge_question where id = ${question.id} for update`.execute(tx);
  return questionInside(tx, actor, slug);
}

/** Why something cannot be done with a question: it has come to an end, a colleague has it, or others answer it. */
export function refusedStep({ question }: Pick<QuestionInside, "question" | "can">): Refusal {
  if (question.state === "answered") return new Refusal("conflict", "ask.is_answered");
  if (question.state === "closed") return new Refusal("conflict", "ask.is_closed");
  return new Refusal("forbidden", "ask.not_yours_to_answer");
}

/** Writes what happened to a question in its story. */
export async function addStep(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  { id, step, toId = null, reason = null }: Step,
): Promise<Id<"question_step">> {
  const stepId = newId<"question_step">();
  await tx
    .insertInto("question_step")
    .values({ id: stepId, question_id: id, step, to_id: toId, reason, by_id: actor.personId ?? null, at })
    .execute();
  return stepId;
}

type Step = {
  readonly id: QuestionId;
  readonly step: QuestionEvent;
  readonly toId?: OrganisationId | null;
  readonly reason?: string | null;
};

/** The words of a question never stand in the log: they are taken away when a client turns out to be named in them. */
export async function recordQuestion(
  tx: Tx,
  actor: Actor,
  { id, organisationId }: { readonly id: QuestionId; readonly organisationId: OrganisationId },
  what: string,
  told: { readonly before?: object; readonly after?: object } = {},
): Promise<void> {
  await record(tx, { by: actor, what, about: id, organisationId, ...told });
}

function mustBeToCome(neededBy: Temporal.PlainDate | null, today: Temporal.PlainDate): void {
  if (neededBy !== null && Temporal.PlainDate.compare(neededBy, today) < 0)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "neededBy", code: "ask.day_has_been" }]);
}

/** The day it was asked, with a number after it: the words of a question may have to be taken away, and an address stays. */
async function freeQuestionSlug(tx: Tx, today: Temporal.PlainDate): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtext('knowledge.question_slugs'))`.execute(tx);
  const wanted = today.toString();
  const near = await tx.selectFrom("knowledge_question").where("slug", "like", `${wanted}%`).select("slug").execute();
  return freeSlug(wanted, new Set(near.map(({ slug }) => slug)));
}
