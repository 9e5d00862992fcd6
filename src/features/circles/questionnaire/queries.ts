import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import {
  gateChange,
  type GatedChange,
  type GatedMean,
  type GatedPairs,
  type GatedRow,
  gateMean,
  gatePairs,
  gateRow,
} from "#features/followup/output-gate.ts";
import { type Stage, stageOf, type Standing } from "#features/circles/questionnaire/asking-days.ts";
import {
  answersTo,
  degrees,
  type Occasion,
  type Statement,
  statements,
  type YesNoQuestion,
  yesNoQuestions,
} from "#features/circles/questionnaire/questionnaire.ts";
import {
  mayAnswerQuestionnaire,
  mayArrangeQuestionnaire,
} from "#features/circles/questionnaire/questionnaire-policy.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { Room } from "#features/circles/room/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/** What is asked when in a circle; nothing where no questions are asked. The first occasion comes first. */
export async function occasionsOf(db: Reader, roundId: RoundId): Promise<Standing[]> {
  return db
    .selectFrom("questionnaire_occasion")
    .where("round_id", "=", roundId)
    .orderBy("opens_on")
    .select(["occasion", "opens_on as opensOn", "closes_on as closesOn", "counted_on as countedOn"])
    .execute();
}

/** Who has answered so far. Where two applications turned out to be one person's, either of them has. */
export async function answeredIn(db: Reader, roundId: RoundId, occasion: Occasion): Promise<RegistrationId[]> {
  const rows = await db
    .selectFrom("questionnaire_answered as q")
    .innerJoin("registration as r", "r.id", "q.registration_id")
    .where("q.round_id", "=", roundId)
    .where("q.occasion", "=", occasion)
    .select(sql<RegistrationId>`coalesce(r.merged_into, r.id)`.as("registrationId"))
    .distinct()
    .execute();
  return rows.map(({ registrationId }) => registrationId);
}

/** One of the two times, as it stands today. How many have answered is known until the answers are counted. */
export type AskedOccasion = Standing & {
  readonly stage: Stage;
  readonly answered: number | undefined;
  readonly hasAnswered: boolean;
};

/** What all have said about one statement before and after, as far as it may be shown. */
export type StatementFigures = {
  readonly statement: Statement;
  readonly before: GatedMean | undefined;
  readonly after: GatedMean | undefined;
  readonly change: GatedChange | undefined;
  readonly pairs: GatedPairs | undefined;
};

/** How many have said yes and no before and after, as far as it may be shown. */
export type YesNoFigures = {
  readonly question: YesNoQuestion;
  readonly before: GatedRow | undefined;
  readonly after: GatedRow | undefined;
};

/** Everything that is shown of what was answered, once it has been counted. */
export type QuestionnaireFigures = {
  readonly statements: readonly StatementFigures[];
  readonly yesNo: readonly YesNoFigures[];
};

/** The questionnaire of a circle as those in it see it: when it is asked, what is left to do, and what came of it. */
export async function questionnaireIn(db: Reader, room: Room, today: Temporal.PlainDate) {
  const { round, own, participants } = room;
  const occasions: AskedOccasion[] = await Promise.all(
    (await occasionsOf(db, round.id)).map(async (standing) => {
      const stage = stageOf(standing, today);
      const answered = stage === "open" || stage === "closed" ? await answeredIn(db, round.id, standing.occasion) : [];
      return {
        ...standing,
        stage,
        answered: stage === "counted" || stage === "later" ? undefined : answered.length,
        hasAnswered: own !== undefined && answered.includes(own.registrationId),
      };
    }),
  );
  const open = occasions.find(({ stage }) => stage === "open");
  return {
    occasions,
    open,
    participants: participants.length,
    figures: await figuresOf(db, round.id, occasions),
    can: {
      arrange: mayArrangeQuestionnaire(room),
      answer: open !== undefined && mayAnswerQuestionnaire(room) && !open.hasAnswered,
    },
  };
}

/** The questionnaire of a circle as those in it see it. */
export type QuestionnaireInRoom = Awaited<ReturnType<typeof questionnaireIn>>;

/** What may be shown of what was answered on the occasions that are counted. Nothing else leaves this file ungated. */
async function figuresOf(
  db: Reader,
  roundId: RoundId,
  occasions: readonly Standing[],
): Promise<QuestionnaireFigures | undefined> {
  const counted = occasions.filter(({ countedOn }) => countedOn !== null).map(({ occasion }) => occasion);
  if (counted.length === 0) return undefined;
  const [tally, followed] = await Promise.all([
    db
      .selectFrom("questionnaire_tally")
      .where("round_id", "=", roundId)
      .where("occasion", "in", counted)
      .select(["occasion", "question", "answer", "answers"])
      .execute(),
    db
      .selectFrom("questionnaire_pairs")
      .where("round_id", "=", roundId)
      .select(["question", "pairs", "sum", "squares"])
      .execute(),
  ]);
  const answersOf = (question: string, occasion: Occasion, answer: string) =>
    tally.find((row) => row.question === question && row.occasion === occasion && row.answer === answer)?.answers ?? 0;
  const tallyOf = (statement: Statement, occasion: Occasion) =>
    degrees.map((degree) => ({ value: Number(degree), answers: answersOf(statement, occasion, degree) }));
  const whole = (statement: Statement, occasion: Occasion) =>
    tallyOf(statement, occasion).reduce((sum, { answers }) => sum + answers, 0);
  const rowOf = (question: YesNoQuestion, occasion: Occasion) =>
    counted.includes(occasion)
      ? gateRow(answersTo(question).map((answer) => answersOf(question, occasion, answer)))
      : undefined;

  return {
    statements: statements.map((statement) => {
      const [before, after] = [gateMean(tallyOf(statement, "before")), gateMean(tallyOf(statement, "after"))];
      const sums = followed.find(({ question }) => question === statement);
      const answers = { before: whole(statement, "before"), after: whole(statement, "after") };
      return {
        statement,
        before,
        after,
        change: gateChange(before, after),
        pairs: sums && gatePairs(sums, answers),
      };
    }),
    yesNo: yesNoQuestions.map((question) => ({
      question,
      before: rowOf(question, "before"),
      after: rowOf(question, "after"),
    })),
  };
}
