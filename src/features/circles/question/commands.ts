import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { earlierQuestions, guidingQuestions } from "#features/circles/question/bank/queries.ts";
import type { Wordings } from "#features/circles/question/parts/wordings.ts";
import {
  longestQuestion,
  mostQuestions,
  type OwnQuestion,
  type QuestionChoice,
  type QuestionId,
  type QuestionKind,
  questionsInSet,
  type KnowledgeSource,
  standardQuestions,
} from "#features/circles/question/question.ts";
import { mayChooseQuestions } from "#features/circles/question/question-policy.ts";
import { questionsOf } from "#features/circles/question/queries.ts";
import { type Room, roomWithId } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * Takes questions from the bank up in a circle. They are written down as they are said now, so that an answer never
 * stands under another question than the one that was asked. One that the circle has already is not taken twice.
 */
export function chooseQuestions(
  db: Database,
  actor: Actor,
  roundId: RoundId,
  choice: QuestionChoice,
  wordings: Wordings,
): Promise<{ readonly added: number }> {
  return change(db, actor, async (tx) => {
    const room = await lockToChoose(tx, actor, roundId);
    const before = await questionsOf(tx, roundId);
    const standard = [...choice.standard, ...choice.sets.flatMap(questionsInSet)]
      .filter((key) => !before.some((each) => each.standard === key))
      .map((key) => ({
        ...standardQuestions[key],
        standard: key,
        theme: wordings.theme(key),
        text: wordings.question(key),
      }));
    const theme = room.round.theme?.slice(0, 120) ?? wordings.invitation;
    const earlier = chosenOf(await earlierQuestions(tx, room.round), choice.earlier);
    const guiding = chosenOf(await guidingQuestions(tx, roundId), choice.guiding).map((each) => ({ ...each, theme }));
    const own = [...guiding, ...earlier].map(({ text, theme: about, source }) => ({
      kind: "text" as const,
      standard: null,
      theme: about,
      source,
      text: text.slice(0, longestQuestion),
    }));
    const added = [...own, ...standard];
    if (added.length === 0) {
      markRecorded(tx);
      return { added: 0 };
    }
    await insertQuestions(tx, roundId, before.length, added);
    await recordFor(tx, actor, room, roundId, "circles.questions_chosen", { added: added.length });
    return { added: added.length };
  });
}

/** Asks a question in the circle's own words. It is in the bank of the organiser's next circle. */
export function askOwnQuestion(
  db: Database,
  actor: Actor,
  roundId: RoundId,
  question: OwnQuestion,
): Promise<{ readonly id: QuestionId }> {
  return change(db, actor, async (tx) => {
    const room = await lockToChoose(tx, actor, roundId);
    const before = await questionsOf(tx, roundId);
    const same = before.find(({ text }) => text.toLocaleLowerCase("sv") === question.text.toLocaleLowerCase("sv"));
    if (same) {
      markRecorded(tx);
      return { id: same.id };
    }
    const [id] = await insertQuestions(tx, roundId, before.length, [{ ...question, kind: "text", standard: null }]);
    if (!id) throw new Error("A question was not written down.");
    await recordFor(tx, actor, room, id, "circles.question_asked");
    return { id };
  });
}

/** Stops asking a question that nobody has answered. What has been answered stays. */
export function removeQuestion(db: Database, actor: Actor, roundId: RoundId, id: QuestionId): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockToChoose(tx, actor, roundId);
    if (!(await questionsOf(tx, roundId)).some((each) => each.id === id))
      throw new Refusal("not_found", "question.no_such_question");
    const answered = await tx
      .selectFrom("workplace_answer as a")
      .innerJoin("workplace_answer_text as x", "x.answer_id", "a.id")
      .where("a.question_id", "=", id)
      .select("a.id")
      .executeTakeFirst();
    if (answered) throw new Refusal("conflict", "question.is_answered");
    await tx.deleteFrom("workplace_answer").where("question_id", "=", id).execute();
    await tx.deleteFrom("circle_question").where("id", "=", id).execute();
    await recordFor(tx, actor, room, id, "circles.question_removed");
  });
}

/** The chosen among what the bank offers. What is not offered any more is said, so that nothing is left out unseen. */
function chosenOf<Offered extends { readonly id: string }>(
  offered: readonly Offered[],
  chosen: readonly string[],
): readonly Offered[] {
  const found = offered.filter(({ id }) => chosen.includes(id));
  if (found.length < new Set(chosen).size) throw new Refusal("conflict", "question.bank_changed");
  return found;
}

type NewQuestion = {
  readonly kind: QuestionKind;
  readonly standard: string | null;
  readonly theme: string;
  readonly source: KnowledgeSource | null;
  readonly text: string;
};

async function insertQuestions(
  tx: Tx,
  round_id: RoundId,
  count: number,
  questions: readonly NewQuestion[],
): Promise<QuestionId[]> {
  if (count + questions.length > mostQuestions)
    throw new Refusal("conflict", "question.too_many", { count: mostQuestions });
  const last = await tx
    .selectFrom("circle_question")
    .where("round_id", "=", round_id)
    .select(sql<number>`coalesce(max(position), -1)::int`.as("position"))
    .executeTakeFirstOrThrow();
  const rows = questions.map((question, index) => ({
    id: newId<"circle_question">(),
    round_id,
    position: last.position + 1 + index,
    ...question,
  }));
  await tx.insertInto("circle_question").values(rows).execute();
  return rows.map(({ id }) => id);
}

/** The circle, with its round locked so that two who choose at once do not ask the same twice. */
async function lockToChoose(tx: Tx, actor: Actor, roundId: RoundId): Promise<Room> {
  await sql`select 1 from round where id = ${roundId} for update`.execute(tx);
  const room = await roomWithId(tx, actor, roundId);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  if (room.round.state === "cancelled") throw new Refusal("conflict", "question.circle_cancelled");
  if (!mayChooseQuestions(room)) throw new Refusal("forbidden", "question.leaders_choose");
  return room;
}

async function recordFor(
  tx: Tx,
  actor: Actor,
  { round }: Room,
  about: string,
  what: string,
  after?: object,
): Promise<void> {
  await record(tx, { by: actor, what, about, organisationId: round.organisationId, ...(after ? { after } : {}) });
}
