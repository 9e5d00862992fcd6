import { sql } from "kysely";
import type { Actor } from "../src/kernel/actor.ts";
import { dateIn } from "../src/kernel/clock.ts";
import { arrangeQuestionnaire } from "../src/features/circles/questionnaire/commands.ts";
import { questionnaireIn } from "../src/features/circles/questionnaire/queries.ts";
import {
  answersTo,
  type Question,
  QuestionnaireAnswers,
  QuestionnaireDays,
  questions,
} from "../src/features/circles/questionnaire/questionnaire.ts";
import { countAnswers } from "../src/features/circles/questionnaire/retention/commands.ts";
import { retention } from "../src/features/privacy/retention.ts";
import { dueAt, eraseDue } from "../src/platform/erasures/erasures.ts";
import { roomOf } from "../src/features/circles/room/queries.ts";
import type { RoundId } from "../src/features/circles/round/round.ts";
import type { TestDatabase } from "./database.ts";
import { actorWith, givenRounds, noon } from "./given-rounds.ts";

export const duringBefore = noon("2027-09-25");
export const duringAfter = noon("2028-01-20");
export const days = {
  beforeOpens: "2027-09-20",
  beforeCloses: "2027-10-01",
  afterOpens: "2028-01-14",
  afterCloses: "2028-01-31",
};
export const wish = (over: object = {}) => QuestionnaireDays.parse({ ...days, ...over });

/** The same answer to every statement, unless something else is said. */
export const answers = (degree: number, over: Partial<Record<Question, string>> = {}, code?: string) =>
  QuestionnaireAnswers.parse({
    answers: {
      ...Object.fromEntries(
        questions.map((question) => [question, answersTo(question).length === 2 ? "yes" : `${degree}`]),
      ),
      ...over,
    },
    code,
  });

/** Sentences that set the stage for questions before and after a circle. */
export async function givenQuestionnaires({ db, ownerDb }: Pick<TestDatabase, "db" | "ownerDb">) {
  const given = givenRounds(ownerDb);
  const unit = await given.organiser();

  /** A circle with its questions arranged, a leader, and so many who have a place in it. */
  async function stage(people = 6) {
    const round = await given.published(unit, { state: "running" });
    const leader = await given.planner(unit);
    const participants: (Actor & { registrationId: Awaited<ReturnType<typeof given.registration>> })[] = [];
    for (let index = 0; index < people; index += 1) {
      const personId = await given.person({ name: `Person ${index}` });
      const registrationId = await given.registration(round.id, { name: `Person ${index}`, person_id: personId });
      participants.push({ ...actorWith([], {}, personId), registrationId });
    }
    await arrangeQuestionnaire(db, leader, noon("2027-09-01"), round.id, wish());
    return { round, leader, participants };
  }

  async function shownTo(actor: Actor, slug: string, now = duringBefore) {
    const room = await roomOf(db, actor, slug);
    if (!room) throw new Error("Nobody here");
    return questionnaireIn(db, room, dateIn(now()));
  }

  /** The night when what is over is counted. */
  const count = (date: string) =>
    eraseDue(db, "questionnaireAnswer", dueAt(noon(date)(), retention.questionnaireAnswer.days), countAnswers);

  const tallied = (roundId: RoundId) =>
    ownerDb
      .selectFrom("questionnaire_tally")
      .where("round_id", "=", roundId)
      .select(["occasion", "question", "answer", "answers"])
      .select([sql<string>`xmin::text`.as("writtenBy"), sql<string>`ctid::text`.as("place")])
      .execute();

  return { given, stage, shownTo, count, tallied };
}
