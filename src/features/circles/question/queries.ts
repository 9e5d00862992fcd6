import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import type { AnswerId, Ground } from "#features/circles/question/answer.ts";
import { inOrder, meetingToAnswerAt, type SaidAt } from "#features/circles/question/growth.ts";
import type { KnowledgeSource, QuestionId, QuestionKind } from "#features/circles/question/question.ts";
import { mayAnswerFor, mayChooseQuestions } from "#features/circles/question/question-policy.ts";
import { type Workplace, workplaceOf, workplacesIn } from "#features/circles/question/workplace.ts";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** A question that a circle works with. */
export type Question = {
  readonly id: QuestionId;
  readonly kind: QuestionKind;
  readonly theme: string;
  readonly source: KnowledgeSource | null;
  readonly text: string;
  readonly standard: string | null;
};

/** What a workplace answers: a text for each meeting it was written at, the first that was written first. */
export type Answer = {
  readonly id: AnswerId;
  readonly questionId: QuestionId;
  readonly workplaceKey: string;
  readonly name: string | null;
  readonly version: number;
  readonly texts: readonly SaidAt[];
};

/** The questions of a circle, in the order they were taken up. */
export async function questionsOf(db: Reader, roundId: RoundId): Promise<Question[]> {
  return db
    .selectFrom("circle_question")
    .where("round_id", "=", roundId)
    .orderBy("position")
    .orderBy("id")
    .select(["id", "kind", "theme", "source", "text", "standard"])
    .execute();
}

/** Everything the workplaces of a circle have answered. An answer whose texts were all taken away is none. */
export async function answersOf(
  db: Reader,
  { id, sessions }: Pick<Room["round"], "id" | "sessions">,
): Promise<Answer[]> {
  const rows = await db
    .selectFrom("workplace_answer as a")
    .innerJoin("circle_workplace as w", "w.id", "a.workplace_id")
    .innerJoin("workplace_answer_text as x", "x.answer_id", "a.id")
    .where("a.round_id", "=", id)
    .orderBy(sql`lower(a.name)`)
    .orderBy("a.id")
    .select(["a.id", "a.question_id as questionId", "w.key as workplaceKey", "a.name", "a.version"])
    .select(["x.session_id as sessionId", "x.body", "x.level", "x.gap"])
    .select(sql<Ground[] | null>`x.rests_on`.as("restsOn"))
    .execute();
  const answers = new Map<AnswerId, Omit<Answer, "texts"> & { readonly texts: SaidAt[] }>();
  for (const { sessionId, body, level, gap, restsOn, ...head } of rows) {
    const answer = answers.get(head.id) ?? { ...head, texts: [] };
    answer.texts.push({ sessionId, body, level, gap, restsOn: restsOn ?? [] });
    answers.set(head.id, answer);
  }
  return [...answers.values()].map((answer) => ({ ...answer, texts: inOrder(answer.texts, sessions) }));
}

async function answeringWorkplaces(db: Reader, roundId: RoundId): Promise<Workplace[]> {
  return db
    .selectFrom("circle_workplace as w")
    .where("w.round_id", "=", roundId)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("workplace_answer as a")
          .innerJoin("workplace_answer_text as x", "x.answer_id", "a.id")
          .whereRef("a.workplace_id", "=", "w.id")
          .select("a.id"),
      ),
    )
    .select(["w.key", "w.name", "w.employer"])
    .execute();
}

/** The questions of a circle with every workplace's answers, and what whoever asks may do with them. */
export async function questionsInRoom(db: Reader, room: Room, today: Temporal.PlainDate) {
  const { round, participants, own } = room;
  const [questions, answers, answering] = await Promise.all([
    questionsOf(db, round.id),
    answersOf(db, round),
    answeringWorkplaces(db, round.id),
  ]);
  return {
    room,
    questions,
    answers,
    workplaces: workplacesIn(participants, answering),
    ownKey: own && workplaceOf(own)?.key,
    meeting: meetingToAnswerAt(round.sessions, today),
    can: { choose: mayChooseQuestions(room), answerFor: (key: string) => mayAnswerFor(room, key) },
  };
}

/** The questions of a circle as those in it see them. */
export type QuestionsInRoom = Awaited<ReturnType<typeof questionsInRoom>>;

/**
 * The questions of a circle, to those in it.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function questionsCalled(db: Reader, actor: Actor, slug: string, today: Temporal.PlainDate) {
  const room = await roomOf(db, actor, slug);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return questionsInRoom(db, room, today);
}

/** One question of those. */
export function questionAmong({ questions }: Pick<QuestionsInRoom, "questions">, id: string): Question {
  const question = questions.find((each) => each.id === id);
  if (!question) throw new Refusal("not_found", "question.no_such_question");
  return question;
}

/** A workplace of the circle, by its key. */
export function workplaceAmong({ workplaces }: Pick<QuestionsInRoom, "workplaces">, key: string): Workplace {
  const workplace = workplaces.find((each) => each.key === key);
  if (!workplace) throw new Refusal("not_found", "question.no_such_workplace");
  return workplace;
}
