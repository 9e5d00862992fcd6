import { randomBytes, randomUUID, scryptSync } from "node:crypto";
import { sql } from "kysely";
import { type Actor, nobody } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Id } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { json, type JsonText } from "#platform/database/json.ts";
import { dayProblems, decidedDays, stageOf } from "#features/circles/questionnaire/asking-days.ts";
import { answeredIn, occasionsOf } from "#features/circles/questionnaire/queries.ts";
import {
  answersTo,
  givenAnswers,
  type Occasion,
  occasions,
  type QuestionnaireAnswers,
  type QuestionnaireDays,
  questions,
} from "#features/circles/questionnaire/questionnaire.ts";
import {
  mayAnswerQuestionnaire,
  mayArrangeQuestionnaire,
} from "#features/circles/questionnaire/questionnaire-policy.ts";
import { type Room, roomWithId } from "#features/circles/room/queries.ts";
import { lockRound } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** Decides when the same questions are asked before and after a circle, or moves days that have not come. */
export function arrangeQuestionnaire(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  wish: QuestionnaireDays,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockedRoom(tx, actor, roundId);
    if (!mayArrangeQuestionnaire(room)) {
      throw room.part === "leads"
        ? new Refusal("conflict", "questionnaire.circle_cancelled")
        : new Refusal("forbidden", "questionnaire.leaders_arrange");
    }
    const standing = await occasionsOf(tx, roundId);
    const problems = dayProblems(wish, standing, dateIn(now()));
    const days = decidedDays(wish);
    if (problems.length > 0 || !days)
      throw new Refusal("invalid", "web.form_invalid", { count: problems.length }, problems);
    // One salt for both times, or nobody's second answers could be told to go with their first.
    const salt = standing.length === 0 ? randomBytes(24).toString("base64url") : undefined;
    for (const occasion of occasions) {
      const { opensOn, closesOn } = days[occasion];
      const columns = { opens_on: opensOn, closes_on: closesOn };
      if (salt === undefined) {
        await tx
          .updateTable("questionnaire_occasion")
          .set(columns)
          .where("round_id", "=", roundId)
          .where("occasion", "=", occasion)
          .execute();
      } else {
        await tx
          .insertInto("questionnaire_occasion")
          .values({ round_id: roundId, occasion, ...columns, salt })
          .execute();
        await tx.insertInto("questionnaire_tally").values(emptyTally(roundId, occasion)).execute();
      }
    }
    const after = Object.fromEntries(Object.entries(wish).map(([name, day]) => [name, day?.toString()]));
    await recordAbout(tx, actor, room, "circles.questionnaire_arranged", after);
  });
}

/**
 * Takes in what one participant answers, so that nobody can tell afterwards that it was theirs: the answers are added to
 * counts that are all written anew, and the deed is recorded without its doer. Only that they have answered is kept
 * beside them, until the answers are counted.
 */
export function answerQuestionnaire(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  { answers, code }: QuestionnaireAnswers,
): Promise<void> {
  return change(db, actor, async (tx) => {
    const room = await lockedRoom(tx, actor, roundId);
    if (!room.own) throw new Refusal("forbidden", "questionnaire.participants_answer");
    if (!mayAnswerQuestionnaire(room)) throw new Refusal("conflict", "questionnaire.circle_cancelled");
    const today = dateIn(now());
    const open = (await occasionsOf(tx, roundId)).find((each) => stageOf(each, today) === "open");
    if (!open) throw new Refusal("conflict", "questionnaire.not_open");
    const { occasion } = open;
    const salt = await lockOpen(tx, roundId, occasion);
    if ((await answeredIn(tx, roundId, occasion)).includes(room.own.registrationId))
      throw new Refusal("conflict", "questionnaire.answered_already");
    const given = givenAnswers(answers);
    if (given.length === 0) throw new Refusal("invalid", "questionnaire.nothing_answered");

    await tx
      .insertInto("questionnaire_answered")
      .values({ round_id: roundId, occasion, registration_id: room.own.registrationId })
      .execute();
    const chosen = given.map(([question, answer]) => `${question}:${answer}`);
    // Every row, also those that stay as they were: a row that alone was written now would tell what was just answered.
    await sql`
      update questionnaire_tally
      set answers = answers + (question || ':' || answer = any(${chosen}::text[]))::int
      where round_id = ${roundId} and occasion = ${occasion}`.execute(tx);
    const coded =
      code === undefined ? undefined : { code: imprintOf(code, salt), answers: json(Object.fromEntries(given)) };
    await keepUnderCode(tx, roundId, occasion, coded);
    await recordAbout(tx, { ...nobody, via: actor.via }, room, "circles.questionnaire_answered", { occasion });
  });
}

type Coded = { readonly code: string; readonly answers: JsonText };

/** Lays all answers that are kept under codes anew in drawn order, with those that come now among them. */
async function keepUnderCode(tx: Tx, roundId: RoundId, occasion: Occasion, coded: Coded | undefined): Promise<void> {
  const kept = await tx
    .deleteFrom("questionnaire_kept")
    .where("round_id", "=", roundId)
    .where("occasion", "=", occasion)
    .returning(["code", "answers"])
    .execute();
  const rows = [...kept.map(({ code, answers }) => ({ code, answers: json(answers) })), ...(coded ? [coded] : [])];
  if (rows.length === 0) return;
  // Drawn, not of the kind that carries the time it was made.
  const drawn = rows.map((row) => ({ ...row, id: randomUUID() as Id<"questionnaire_kept"> }));
  await tx
    .insertInto("questionnaire_kept")
    .values(drawn.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((row) => ({ ...row, round_id: roundId, occasion })))
    .execute();
}

/**
 * The imprint of a code that somebody made up, the same for the same code in the same circle and for nothing else. It is
 * made slowly: codes are short, and whoever came across the imprints could otherwise try them all.
 */
function imprintOf(code: string, salt: string): string {
  const folded = code.normalize("NFKC").toLocaleLowerCase("sv").replaceAll(/\s+/gu, "");
  return scryptSync(folded, salt, 24).toString("base64url");
}

/** Holds an occasion open: what is being counted is answered by nobody. Gives what its codes are mixed with. */
async function lockOpen(tx: Tx, roundId: RoundId, occasion: Occasion): Promise<string> {
  const locked = await tx
    .selectFrom("questionnaire_occasion")
    .where("round_id", "=", roundId)
    .where("occasion", "=", occasion)
    .where("counted_on", "is", null)
    .select("salt")
    .forUpdate()
    .executeTakeFirst();
  if (!locked?.salt) throw new Refusal("conflict", "questionnaire.not_open");
  return locked.salt;
}

/** The circle with its lock held, so that nobody answers twice at once or after the days have been moved. */
async function lockedRoom(tx: Tx, actor: Actor, roundId: RoundId): Promise<Room> {
  await lockRound(tx, roundId);
  const room = await roomWithId(tx, actor, roundId);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}

function emptyTally(roundId: RoundId, occasion: Occasion) {
  return questions.flatMap((question) =>
    answersTo(question).map((answer) => ({ round_id: roundId, occasion, question, answer })),
  );
}

async function recordAbout(tx: Tx, by: Actor, { round }: Room, what: string, after: object): Promise<void> {
  await record(tx, { by, what, about: round.id, organisationId: round.organisationId, after });
}
