import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { Reader } from "#platform/database/database.ts";
import { questionVisible } from "#features/knowledge/question/queries.ts";
import type { QuestionId, QuestionState } from "#features/knowledge/question/question.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** Which questions are asked for: those that wait for one's answer, one's own, or those that came to an end where one answers. */
export const questionLists = ["toAnswer", "own", "ended"] as const;
export type QuestionList = (typeof questionLists)[number];

export type ListedQuestion = {
  readonly id: QuestionId;
  readonly slug: string;
  readonly text: string;
  readonly state: QuestionState;
  readonly organisation: string;
  readonly with: string;
  readonly takenBy: string | null;
  readonly askedAt: Temporal.Instant;
  readonly neededBy: Temporal.PlainDate | null;
};

type ListWish = { readonly which: QuestionList; readonly limit: number; readonly after?: QuestionId | undefined };

/** Questions somebody may see. What waits for an answer stands with the oldest first; the rest with the latest first. */
export async function questionsListed(db: Reader, actor: Actor, { which, limit, after }: ListWish) {
  const person = sql`${actor.personId ?? null}::uuid`;
  const wished: Record<QuestionList, RawBuilder<SqlBool>> = {
    toAnswer: sql`q.state in ('asked', 'taken') and ${reachedIn(actor, "knowledge:publish", "q.with_id")}`,
    own: sql`q.asked_by = ${person}`,
    ended: sql`q.state in ('answered', 'closed') and (${reachedIn(actor, "knowledge:publish", "q.with_id")}
      or ${reachedIn(actor, "knowledge:publish", "q.organisation_id")})`,
  };
  const filtered = db
    .selectFrom("knowledge_question as q")
    .innerJoin("organisation as o", "o.id", "q.organisation_id")
    .innerJoin("organisation as w", "w.id", "q.with_id")
    .leftJoin("person as taker", "taker.id", "q.taken_by")
    .where(questionVisible(actor))
    .where(wished[which]);
  const isOldestFirst = which === "toAnswer";
  const [{ count }, rows] = await Promise.all([
    filtered.select(sql<number>`count(*)::int`.as("count")).executeTakeFirstOrThrow(),
    filtered
      .$if(after !== undefined, (qb) =>
        qb.where(
          isOldestFirst
            ? sql<SqlBool>`(q.asked_at, q.id) > (select a.asked_at, a.id from knowledge_question a where a.id = ${after ?? null}::uuid)`
            : sql<SqlBool>`(q.asked_at, q.id) < (select a.asked_at, a.id from knowledge_question a where a.id = ${after ?? null}::uuid)`,
        ),
      )
      .orderBy("q.asked_at", isOldestFirst ? "asc" : "desc")
      .orderBy("q.id", isOldestFirst ? "asc" : "desc")
      .limit(limit + 1)
      .select(["q.id", "q.slug", "q.text", "q.state", "o.name as organisation", "w.name as with"])
      .select(["taker.name as takenBy", "q.asked_at as askedAt", "q.needed_by as neededBy"])
      .execute(),
  ]);
  const questions: ListedQuestion[] = rows.slice(0, limit);
  return { questions, count, after: rows.length > limit ? questions.at(-1)?.id : undefined };
}
