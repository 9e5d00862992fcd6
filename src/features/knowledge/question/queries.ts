import { type RawBuilder, sql, type SqlBool } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId, PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { itemVisible } from "#features/knowledge/item/queries.ts";
import { type QuestionStep, questionSteps } from "#features/knowledge/question/question-lifecycle.ts";
import { isAskedBy, mayAnswerAt, mayChangeQuestion, mayStep } from "#features/knowledge/question/question-policy.ts";
import {
  answerSources,
  type AnswerSource,
  type Helpfulness,
  type QuestionEvent,
  type QuestionId,
  type QuestionPart,
  type QuestionState,
  type SourceStanding,
} from "#features/knowledge/question/question.ts";
import { reachedIn } from "#features/organisations/queries.ts";

/** A question as it stands. */
export type QuestionFacts = {
  readonly id: QuestionId;
  readonly slug: string;
  readonly text: string;
  readonly parts: Readonly<Record<QuestionPart, string | null>>;
  readonly state: QuestionState;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  /** Who is to answer it now. */
  readonly withId: OrganisationId;
  readonly with: string;
  /** Null once they have been erased. */
  readonly askedById: PersonId | null;
  readonly askedBy: string | null;
  readonly takenById: PersonId | null;
  readonly takenBy: string | null;
  readonly askedAt: Temporal.Instant;
  readonly neededBy: Temporal.PlainDate | null;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly closedReason: string | null;
  readonly hasItem: boolean;
  readonly helpedAskedOn: Temporal.PlainDate | null;
  readonly helped: Helpfulness | null;
  readonly helpedSaid: string | null;
  readonly version: number;
};

/** How it is with one of the three sources. */
export type AnsweredSource = {
  readonly source: AnswerSource;
  readonly standing: SourceStanding;
  readonly says: string | null;
  readonly soughtWhere: string | null;
};

/** What happened to a question, and who did it where they are known. */
export type QuestionStepTaken = {
  readonly step: QuestionEvent;
  readonly to: string | null;
  readonly reason: string | null;
  readonly by: string | null;
  readonly at: Temporal.Instant;
};

type ReadingItem = { readonly slug: string; readonly title: string };

/** A question as somebody sees it, and what they may do with it. */
export type QuestionInside = {
  readonly question: QuestionFacts;
  /** All three where it is answered; none before. */
  readonly sources: readonly AnsweredSource[];
  readonly toRead: readonly ReadingItem[];
  /** What has become of the answer, where whoever asks may know of it. */
  readonly item: ReadingItem | null;
  readonly steps: readonly QuestionStepTaken[];
  readonly isOwn: boolean;
  readonly can: Readonly<Record<QuestionStep, boolean>> & {
    readonly change: boolean;
    readonly makeItem: boolean;
    readonly sayHelped: boolean;
  };
};

/**
 * Seeing the question `q`: whoever asked it, who answers where it is, and who answers where it was asked, since it may come
 * back to them. Nobody else knows of it; what others find is the answer, as knowledge.
 */
export function questionVisible(actor: Actor): RawBuilder<SqlBool> {
  const person = sql`${actor.personId ?? null}::uuid`;
  return sql<SqlBool>`(coalesce(q.asked_by = ${person}, false) or coalesce(q.taken_by = ${person}, false)
    or ${reachedIn(actor, "knowledge:publish", "q.with_id")}
    or ${reachedIn(actor, "knowledge:publish", "q.organisation_id")})`;
}

/**
 * One question by its address.
 *
 * @throws Refusal `not_found` for everybody who may not see it.
 */
export async function questionInside(db: Reader, actor: Actor, slug: string): Promise<QuestionInside> {
  const question = await questionFacts(db, sql<SqlBool>`q.slug = ${slug} and ${questionVisible(actor)}`);
  if (!question) throw new Refusal("not_found", "ask.no_such_question");
  const [sources, toRead, item, steps] = await Promise.all([
    question.state === "answered" ? sourcesOf(db, question.id) : [],
    readingOf(db, actor, question.id),
    itemOf(db, actor, question.id),
    stepsOf(db, question.id),
  ]);
  const isOwn = isAskedBy(actor, question);
  const steppable = Object.keys(questionSteps) as QuestionStep[];
  return {
    question,
    sources,
    toRead,
    item,
    steps,
    isOwn,
    can: {
      ...(Object.fromEntries(steppable.map((step) => [step, mayStep(actor, question, step)])) as Record<
        QuestionStep,
        boolean
      >),
      change: mayChangeQuestion(actor, question),
      makeItem: question.state === "answered" && !question.hasItem && mayAnswerAt(actor, question.withId),
      sayHelped: isOwn && question.state === "answered",
    },
  };
}

/** A question that something else has found, such as a mailed link. Asks for nobody's right. */
export function questionWithId(db: Reader, id: QuestionId): Promise<QuestionFacts | undefined> {
  return questionFacts(db, sql<SqlBool>`q.id = ${id}`);
}

async function questionFacts(db: Reader, where: RawBuilder<SqlBool>): Promise<QuestionFacts | undefined> {
  const row = await db
    .selectFrom("knowledge_question as q")
    .innerJoin("organisation as o", "o.id", "q.organisation_id")
    .innerJoin("organisation as w", "w.id", "q.with_id")
    .leftJoin("person as asker", "asker.id", "q.asked_by")
    .leftJoin("person as taker", "taker.id", "q.taken_by")
    .leftJoin("person as answerer", "answerer.id", "q.answered_by")
    .where(where)
    .select(["q.id", "q.slug", "q.text", "q.state", "q.organisation_id as organisationId", "o.name as organisation"])
    .select(["q.population", "q.intervention", "q.comparison", "q.outcome", "q.context"])
    .select(["q.with_id as withId", "w.name as with", "q.asked_by as askedById", "asker.name as askedBy"])
    .select(["q.taken_by as takenById", "taker.name as takenBy", "q.asked_at as askedAt", "q.needed_by as neededBy"])
    .select(["q.answer", "answerer.name as answeredBy", "q.answered_at as answeredAt"])
    .select(["q.closed_reason as closedReason", sql<boolean>`q.item_id is not null`.as("hasItem")])
    .select(["q.helped_asked_on as helpedAskedOn", "q.helped", "q.helped_said as helpedSaid", "q.version"])
    .executeTakeFirst();
  if (!row) return undefined;
  const { population, intervention, comparison, outcome, context, ...question } = row;
  return { ...question, parts: { population, intervention, comparison, outcome, context } };
}

/** The three sources in their order. One that no row stands for was not sought. */
async function sourcesOf(db: Reader, id: QuestionId): Promise<AnsweredSource[]> {
  const rows = await db
    .selectFrom("question_source")
    .where("question_id", "=", id)
    .select(["source", "standing", "says", "sought_where as soughtWhere"])
    .execute();
  return answerSources.map(
    (source) =>
      rows.find((row) => row.source === source) ?? { source, standing: "notSought", says: null, soughtWhere: null },
  );
}

async function readingOf(db: Reader, actor: Actor, id: QuestionId): Promise<ReadingItem[]> {
  const { rows } = await sql<ReadingItem>`
    select i.slug, v.title
    from question_item qi join knowledge_item i on i.id = qi.item_id
      join knowledge_version v on v.item_id = i.id and v.state = 'published'
    where qi.question_id = ${id} and ${itemVisible(actor)}
    order by v.title, i.id`.execute(db);
  return rows;
}

async function itemOf(db: Reader, actor: Actor, id: QuestionId): Promise<ReadingItem | null> {
  const { rows } = await sql<ReadingItem>`
    select i.slug, v.title
    from knowledge_question q join knowledge_item i on i.id = q.item_id
      join knowledge_version v on v.item_id = i.id
    where q.id = ${id} and ${itemVisible(actor)}
    order by v.state = 'published' desc, v.version_no desc
    limit 1`.execute(db);
  return rows[0] ?? null;
}

function stepsOf(db: Reader, id: QuestionId): Promise<QuestionStepTaken[]> {
  return db
    .selectFrom("question_step as s")
    .leftJoin("organisation as o", "o.id", "s.to_id")
    .leftJoin("person as p", "p.id", "s.by_id")
    .where("s.question_id", "=", id)
    .orderBy("s.at")
    .orderBy("s.id")
    .select(["s.step", "o.name as to", "s.reason", "p.name as by", "s.at"])
    .execute();
}
