import type { Reader } from "#platform/database/database.ts";
import type { AnswerId } from "#features/workshops/moderation/moderation.ts";
import type { Answered } from "#features/workshops/results/answer-tally.ts";
import type { WorkshopInside, WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import type { WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

/** What somebody answered, word for word; the group it came from unless the workshop is anonymous. */
export type GivenAnswer = Answered & {
  readonly id: AnswerId;
  readonly isHidden: boolean;
  /** Why it is hidden; null when it was hidden with the device it came from. */
  readonly hiddenReason: string | null;
};

/** One time a question was put. Without a number: answers brought in from elsewhere. */
export type RoundResult = {
  readonly roundNo: number | null;
  readonly openedAt: Temporal.Instant | null;
  readonly closesAt: Temporal.Instant | null;
  readonly isOpen: boolean;
  readonly answers: readonly GivenAnswer[];
};

export type QuestionResult = { readonly question: WorkshopQuestion; readonly rounds: readonly RoundResult[] };

/** Which results: of one question or of all, with those that are hidden or without. */
export type ResultWish = { readonly questionId?: WorkshopQuestionId | null; readonly withHidden?: boolean };

/**
 * What was answered in a workshop, by question and by the times it was put, in the order it came; for whoever has been
 * found to be inside. Hidden answers are told to those who lead only, and only when they ask.
 */
export async function resultsOf(
  db: Reader,
  { workshop, questions, can }: WorkshopInside,
  { questionId = null, withHidden = false }: ResultWish = {},
): Promise<QuestionResult[]> {
  const [rounds, answers] = await Promise.all([
    db
      .selectFrom("workshop_round")
      .where("workshop_id", "=", workshop.id)
      .$if(questionId !== null, (qb) => qb.where("question_id", "=", questionId as WorkshopQuestionId))
      .orderBy("round_no")
      .select(["id", "question_id as questionId", "round_no as roundNo", "opened_at as openedAt"])
      .select(["closes_at as closesAt", "closed_at as closedAt"])
      .execute(),
    db
      .selectFrom("workshop_answer as a")
      .leftJoin("workshop_group as g", "g.id", "a.group_id")
      .where("a.workshop_id", "=", workshop.id)
      .$if(questionId !== null, (qb) => qb.where("a.question_id", "=", questionId as WorkshopQuestionId))
      .$if(!(withHidden && can.lead), (qb) => qb.where("a.hidden_at", "is", null))
      .orderBy("a.answer_no")
      .select(["a.id", "a.question_id as questionId", "a.round_id as roundId", "a.text", "a.number", "a.options"])
      .select(["a.points", "a.hidden_at as hiddenAt", "a.hidden_reason as hiddenReason", "g.name as group"])
      .execute(),
  ]);
  const given = Map.groupBy(answers, ({ questionId: question, roundId }) => roundId ?? question);
  const answersOf = (key: string): GivenAnswer[] =>
    (given.get(key as never) ?? []).map(({ hiddenAt, group, points, text, number, options, ...row }) => ({
      id: row.id,
      text,
      number,
      options,
      points: points as Readonly<Record<string, number>> | null,
      group: workshop.isAnonymous ? null : group,
      isHidden: hiddenAt !== null,
      hiddenReason: row.hiddenReason,
    }));
  return questions
    .filter(({ id }) => questionId === null || id === questionId)
    .map((question) => {
      const own = rounds.filter((round) => round.questionId === question.id);
      const brought = answersOf(question.id);
      return {
        question,
        rounds: [
          ...own.map(({ id, roundNo, openedAt, closesAt, closedAt }) => ({
            roundNo,
            openedAt,
            closesAt,
            isOpen: closedAt === null,
            answers: answersOf(id),
          })),
          ...(brought.length > 0
            ? [{ roundNo: null, openedAt: null, closesAt: null, isOpen: false, answers: brought }]
            : []),
        ],
      };
    });
}
