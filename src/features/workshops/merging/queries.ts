import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { Dimension } from "#features/workshops/checklist/dimensions.ts";
import type { MergedQuestionId, WorkshopAnswerId } from "#features/workshops/merging/merging.ts";
import type { WorkshopId, WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

/** What somebody in the room answered, word for word, with the group it came from unless the workshop is anonymous. */
export type RawAnswer = {
  readonly id: WorkshopAnswerId;
  readonly questionId: WorkshopQuestionId;
  readonly text: string;
  readonly group: string | null;
};

/** An answer that no question is made of, with the reason. */
export type AnswerSetAside = RawAnswer & { readonly reason: string };

/** A final question with the answers it was made of; an addition has none. */
export type MergedQuestion = {
  readonly id: MergedQuestionId;
  readonly text: string;
  readonly help: string | null;
  readonly dimension: Dimension | null;
  readonly isAddition: boolean;
  readonly version: number;
  readonly answers: readonly RawAnswer[];
};

/** How far the merging of a workshop has come: every answer stands in exactly one of the three. */
export type Merging = {
  readonly questions: readonly MergedQuestion[];
  readonly setAside: readonly AnswerSetAside[];
  /** Those that nobody has dealt with. */
  readonly waiting: readonly RawAnswer[];
};

type Placed = RawAnswer & { readonly mergedInto: MergedQuestionId | null; readonly reason: string | null };

/** What is merged of a workshop, what is set aside and what waits. For whoever may read what the room answered. */
export async function mergingOf(db: Reader, workshopId: WorkshopId): Promise<Merging> {
  const [questions, answers] = await Promise.all([
    db
      .selectFrom("merged_question")
      .where("workshop_id", "=", workshopId)
      .orderBy("position")
      .select(["id", "text", "help", "dimension", "is_addition as isAddition", "version"])
      .execute(),
    answersOf(db, workshopId),
  ]);
  const byQuestion = Map.groupBy(answers, ({ mergedInto }) => mergedInto);
  return {
    questions: questions.map((question) => ({ ...question, answers: (byQuestion.get(question.id) ?? []).map(bare) })),
    setAside: answers.flatMap(({ reason, ...answer }) => (reason === null ? [] : [{ ...bare(answer), reason }])),
    waiting: answers.filter(({ mergedInto, reason }) => mergedInto === null && reason === null).map(bare),
  };
}

/** The final questions of a workshop in order, each with the answers it was made of, word for word. (R183) */
export async function mergedQuestionsOf(db: Reader, workshopId: WorkshopId): Promise<readonly MergedQuestion[]> {
  return (await mergingOf(db, workshopId)).questions;
}

function bare({ id, questionId, text, group }: RawAnswer): RawAnswer {
  return { id, questionId, text, group };
}

/**
 * The answers in words of a workshop in the order they came, with where each stands. What was hidden from the room is
 * hidden from what comes of it too.
 */
async function answersOf(db: Reader, workshopId: WorkshopId): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select a.id, a.question_id as "questionId", a.text, case when w.is_anonymous then null else g.name end as "group",
      m.merged_question_id as "mergedInto", m.reason
    from workshop_answer a
      join workshop w on w.id = a.workshop_id
      join workshop_question q on q.id = a.question_id
      left join workshop_group g on g.id = a.group_id
      left join merged_answer m on m.answer_id = a.id
    where a.workshop_id = ${workshopId} and a.text is not null and a.hidden_at is null
    order by q.position, a.answer_no`.execute(db);
  return rows;
}
