import { sql } from "kysely";
import type { Id } from "#kernel/ids.ts";
import type { Language } from "#kernel/messages.ts";
import type { Reader } from "#platform/database/database.ts";
import { type Answerer, answerersAt } from "#features/knowledge/question/contacts/queries.ts";
import type { QuestionId } from "#features/knowledge/question/question.ts";

/** What those who answer are told of a question that has come to them. */
export type CameMail = {
  readonly questionId: QuestionId;
  readonly stepId: Id<"question_step">;
  readonly slug: string;
  readonly text: string;
  readonly organisation: string;
  readonly with: string;
  /** Why it was passed on. Null: it was asked. */
  readonly reason: string | null;
  readonly to: Answerer;
};

/** Whom to tell that a question has come, unless it has gone on or come to an end since. Never whoever sent it there. */
export async function toTellOfQuestion(
  db: Reader,
  { questionId, stepId }: { readonly questionId: QuestionId; readonly stepId: Id<"question_step"> },
  today: Temporal.PlainDate,
): Promise<CameMail[]> {
  const row = await db
    .selectFrom("knowledge_question as q")
    .innerJoin("question_step as s", "s.question_id", "q.id")
    .innerJoin("organisation as o", "o.id", "q.organisation_id")
    .innerJoin("organisation as w", "w.id", "q.with_id")
    .where("q.id", "=", questionId)
    .where("s.id", "=", stepId)
    .where("q.state", "=", "asked")
    .whereRef("s.to_id", "=", "q.with_id")
    .select(["q.slug", "q.text", "o.name as organisation", "w.name as with", "q.with_id as withId"])
    .select(["s.reason", "s.by_id as byId"])
    .executeTakeFirst();
  if (!row) return [];
  const { withId, byId, ...said } = row;
  const people = await answerersAt(db, withId, today);
  return people.filter(({ id }) => id !== byId).map((to) => ({ questionId, stepId, ...said, to }));
}

/** What whoever asked is told when their question has come to an end. */
export type EndedMail = {
  readonly questionId: QuestionId;
  readonly slug: string;
  readonly text: string;
  readonly askedAt: Temporal.Instant;
  readonly closedReason: string | null;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
};

export async function askerToTell(db: Reader, questionId: QuestionId): Promise<EndedMail | undefined> {
  const { rows } = await sql<EndedMail>`
    select q.id as "questionId", q.slug, q.text, q.asked_at as "askedAt", q.closed_reason as "closedReason", p.name,
      p.email, p.language
    from knowledge_question q join person p on p.id = q.asked_by
    where q.id = ${questionId} and q.state in ('answered', 'closed')
      and p.email is not null and p.erased_at is null and p.merged_into is null`.execute(db);
  return rows[0];
}
