import { z } from "zod";
import { MaybeDay } from "#kernel/answers.ts";
import { FreeText } from "#kernel/personal-number.ts";

/** The two times the participants of a circle answer the same questions. */
export const occasions = ["before", "after"] as const;
export type Occasion = (typeof occasions)[number];

/** How far a statement holds, from not at all to wholly. */
export const degrees = ["1", "2", "3", "4", "5"] as const;

export const yesOrNo = ["yes", "no"] as const;

/** Whoever does not know, or would rather not say, is in no figure. */
export const noAnswer = "unknown";

/**
 * Statements about one's own work: confidence in each of the three sources of knowledge and in weighing them (R014), how
 * ready the workplace is for evidence-based practice (R005, R076, R077, R079), why one works as one does (R019), working
 * with others (R099) and passing on (R100). A statement is never reworded, since answers to two wordings are not
 * compared: a new one takes its place.
 */
export const statements = [
  "findsResearch",
  "judgesResearch",
  "usesExperience",
  "asksServiceUsers",
  "weighsSources",
  "knowsWhy",
  "followsUp",
  "canTryNew",
  "worksWithOthers",
  "passesOn",
] as const;
export type Statement = (typeof statements)[number];

/** Questions about the workplace that have no degrees. */
export const yesNoQuestions = ["timeForReflection", "timeForFollowUp"] as const;
export type YesNoQuestion = (typeof yesNoQuestions)[number];

export const questions = [...statements, ...yesNoQuestions] as const;
export type Question = (typeof questions)[number];

/** What may be answered to a question, save that one does not know. */
export function answersTo(question: Question): readonly string[] {
  return (yesNoQuestions as readonly string[]).includes(question) ? yesOrNo : degrees;
}

const answerTo = (question: Question) => z.enum([...answersTo(question), noAnswer]);

export const shortestCode = 6;

/**
 * What somebody answers. The code is one they have made up themselves and give both times, so that their own change can be
 * counted; without it their answers are only in the figures of the whole group.
 */
export const QuestionnaireAnswers = z.strictObject({
  // The default makes every question that lacks an answer be told where it stands.
  answers: z.preprocess(
    (sent) => sent ?? {},
    z.strictObject(
      Object.fromEntries(questions.map((question) => [question, answerTo(question)])) as Record<
        Question,
        ReturnType<typeof answerTo>
      >,
    ),
  ),
  code: FreeText(60).min(shortestCode).optional(),
});
export type QuestionnaireAnswers = z.output<typeof QuestionnaireAnswers>;

/** The answers that are in some figure. */
export function givenAnswers(answers: QuestionnaireAnswers["answers"]): [question: Question, answer: string][] {
  return questions.flatMap((question) =>
    answers[question] === noAnswer ? [] : [[question, answers[question]] satisfies [Question, string]],
  );
}

/** When the questions are asked: the first and the last day of each occasion. */
export const QuestionnaireDays = z.strictObject({
  beforeOpens: MaybeDay,
  beforeCloses: MaybeDay,
  afterOpens: MaybeDay,
  afterCloses: MaybeDay,
});
export type QuestionnaireDays = z.output<typeof QuestionnaireDays>;
