import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { type AnswerId, answerProblem, type AnswerWords, saysTheSame } from "#features/circles/question/answer.ts";
import type { QuestionId } from "#features/circles/question/question.ts";
import {
  type Answer,
  questionAmong,
  type QuestionsInRoom,
  questionsInRoom,
  workplaceAmong,
} from "#features/circles/question/queries.ts";
import type { Workplace } from "#features/circles/question/workplace.ts";
import { roomWithId } from "#features/circles/room/queries.ts";
import type { RoundId, SessionId } from "#features/circles/round/round.ts";

/** Which answer: of which workplace to which question, and about which way of working where it is one already. */
export type Where = {
  readonly roundId: RoundId;
  readonly questionId: QuestionId;
  readonly workplace: string;
  readonly answerId?: AnswerId | undefined;
};

/**
 * Writes what a workplace answers, at the meeting that has come last: what was answered at an earlier one stays beside
 * it. Whoever read an older version is told, and what they wrote stays with them; sent twice, it is written once.
 */
export function writeAnswer(
  db: Database,
  actor: Actor,
  now: Clock,
  where: Where,
  words: AnswerWords,
): Promise<{ readonly id: AnswerId; readonly version: number }> {
  return change(db, actor, async (tx) => {
    const found = await lockToAnswer(tx, actor, now, where.roundId, where.workplace);
    const question = questionAmong(found, where.questionId);
    const workplace = workplaceAmong(found, where.workplace);
    if (!found.meeting) throw new Refusal("conflict", "question.no_meetings");
    const problem = answerProblem(question.kind, words);
    if (problem) throw wrong(problem.path, `question.answer.${problem.wrong}`);

    const before = standingAnswer(found, where, words.name);
    const standing = before?.texts.find(({ sessionId }) => sessionId === found.meeting);
    const isSame = before?.name === words.name && standing !== undefined && saysTheSame(standing, words);
    if (before && isSame) {
      markRecorded(tx);
      return { id: before.id, version: before.version };
    }
    if (before && !where.answerId && words.name !== null && words.version !== before.version)
      throw wrong("name", "question.way_exists");
    if ((before?.version ?? 0) !== words.version) throw new Refusal("conflict", "question.changed_meanwhile");

    const head = await writeHead(tx, where, workplace, before, words);
    await writeText(tx, head.id, found.meeting, words);
    await recordFor(tx, actor, found, head.id, "circles.question_answered", { version: head.version });
    return head;
  });
}

/**
 * Takes what was answered at one meeting away for good, because it may tell of a client. A way of working of which
 * nothing is said any more goes too.
 */
export function removeAnswerText(
  db: Database,
  actor: Actor,
  now: Clock,
  {
    roundId,
    answerId,
    sessionId,
  }: { readonly roundId: RoundId; readonly answerId: string; readonly sessionId: string },
): Promise<void> {
  return change(db, actor, async (tx) => {
    const found = await lockToAnswer(tx, actor, now, roundId);
    const answer = found.answers.find(({ id }) => id === answerId);
    const text = answer?.texts.find((each) => each.sessionId === sessionId);
    if (!answer || !text) throw new Refusal("not_found", "question.no_such_answer");
    if (!found.can.answerFor(answer.workplaceKey)) throw new Refusal("forbidden", "question.not_your_workplace");
    await tx
      .deleteFrom("workplace_answer_text")
      .where("answer_id", "=", answer.id)
      .where("session_id", "=", text.sessionId)
      .execute();
    if (answer.name !== null && answer.texts.length === 1) {
      await tx.deleteFrom("workplace_answer").where("id", "=", answer.id).execute();
    } else {
      const version = answer.version + 1;
      await tx.updateTable("workplace_answer").set({ version }).where("id", "=", answer.id).execute();
    }
    await recordFor(tx, actor, found, answer.id, "circles.answer_removed");
  });
}

/** The answer that stands already: the one named, the one about this way of working, or the workplace's only one. */
function standingAnswer(
  { answers }: QuestionsInRoom,
  { questionId, workplace, answerId }: Where,
  name: string | null,
): Answer | undefined {
  const theirs = answers.filter((each) => each.questionId === questionId && each.workplaceKey === workplace);
  const same = theirs.find((each) => each.name?.toLocaleLowerCase("sv") === name?.toLocaleLowerCase("sv"));
  if (!answerId) return same;
  const named = theirs.find(({ id }) => id === answerId);
  if (!named) throw new Refusal("not_found", "question.no_such_answer");
  if (same && same !== named) throw wrong("name", "question.way_exists");
  return named;
}

async function writeHead(
  tx: Tx,
  { roundId, questionId }: Where,
  workplace: Workplace,
  before: Answer | undefined,
  { name, version }: AnswerWords,
): Promise<{ readonly id: AnswerId; readonly version: number }> {
  if (before) {
    const head = { name, version: version + 1 };
    await tx.updateTable("workplace_answer").set(head).where("id", "=", before.id).execute();
    return { id: before.id, version: head.version };
  }
  const { id: workplaceId } = await tx
    .insertInto("circle_workplace")
    .values({ id: newId<"circle_workplace">(), round_id: roundId, ...workplace })
    .onConflict((conflict) => conflict.columns(["round_id", "key"]).doUpdateSet({ key: workplace.key }))
    .returning("id")
    .executeTakeFirstOrThrow();
  const head = { round_id: roundId, question_id: questionId, workplace_id: workplaceId, name };
  // An answer whose texts were all taken away stands there without any, and counts on.
  return tx
    .insertInto("workplace_answer")
    .values({ id: newId<"workplace_answer">(), ...head, version: 1 })
    .onConflict((conflict) =>
      conflict
        .expression(sql`question_id, workplace_id, lower(coalesce(name, ''))`)
        .doUpdateSet({ version: sql`workplace_answer.version + 1` }),
    )
    .returning(["id", "version"])
    .executeTakeFirstOrThrow();
}

async function writeText(tx: Tx, answer_id: AnswerId, session_id: SessionId, words: AnswerWords): Promise<void> {
  const said = {
    body: words.body,
    level: words.level,
    gap: words.gap,
    rests_on: words.restsOn.length > 0 ? words.restsOn : null,
  };
  await tx
    .insertInto("workplace_answer_text")
    .values({ answer_id, session_id, ...said })
    .onConflict((conflict) => conflict.columns(["answer_id", "session_id"]).doUpdateSet(said))
    .execute();
}

/** The circle with its answers, one who writes at a time; with a workplace, only for those who may answer for it. */
async function lockToAnswer(
  tx: Tx,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  workplace?: string,
): Promise<QuestionsInRoom> {
  await sql`select 1 from round where id = ${roundId} for update`.execute(tx);
  const room = await roomWithId(tx, actor, roundId);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  if (room.round.state === "cancelled") throw new Refusal("conflict", "question.circle_cancelled");
  const found = await questionsInRoom(tx, room, dateIn(now()));
  if (workplace !== undefined && !found.can.answerFor(workplace))
    throw new Refusal("forbidden", "question.not_your_workplace");
  return found;
}

function wrong(
  path: string,
  code: "question.way_exists" | `question.answer.${"missing" | "notAsked" | "unknownAlone"}`,
) {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path, code }]);
}

async function recordFor(
  tx: Tx,
  actor: Actor,
  { room: { round } }: QuestionsInRoom,
  about: AnswerId,
  what: string,
  after?: object,
): Promise<void> {
  // What it says is the workplace's own, and is not in the log.
  await record(tx, { by: actor, what, about, organisationId: round.organisationId, ...(after ? { after } : {}) });
}
