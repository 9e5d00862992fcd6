import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { WorkshopId, WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

/** The question that is asked now, and for how long. */
export type OpenRound = {
  readonly questionId: WorkshopQuestionId;
  readonly roundNo: number;
  readonly closesAt: Temporal.Instant | null;
};

/** How often a question has been put, and how many answers it has in all: the hidden ones too. */
export type Put = { readonly rounds: number; readonly answers: number };

/** What is asked in a workshop now; nothing when nothing is. */
export async function openRoundOf(db: Reader, id: WorkshopId): Promise<OpenRound | undefined> {
  return db
    .selectFrom("workshop_round")
    .where("workshop_id", "=", id)
    .where("closed_at", "is", null)
    .select(["question_id as questionId", "round_no as roundNo", "closes_at as closesAt"])
    .executeTakeFirst();
}

/** How far each question has come. One that is not among them has neither been put nor answered. */
export async function putOf(db: Reader, id: WorkshopId): Promise<ReadonlyMap<WorkshopQuestionId, Put>> {
  const { rows } = await sql<Put & { readonly id: WorkshopQuestionId }>`
    select q.id,
      (select count(*)::int from workshop_round r where r.question_id = q.id) as rounds,
      (select count(*)::int from workshop_answer a where a.question_id = q.id) as answers
    from workshop_question q where q.workshop_id = ${id}`.execute(db);
  return new Map(rows.map(({ id: question, rounds, answers }) => [question, { rounds, answers }]));
}
