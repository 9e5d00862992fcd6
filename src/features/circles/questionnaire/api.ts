import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { answerQuestionnaire, arrangeQuestionnaire } from "#features/circles/questionnaire/commands.ts";
import { questionnaireIn } from "#features/circles/questionnaire/queries.ts";
import {
  occasions,
  QuestionnaireAnswers,
  QuestionnaireDays,
  statements,
  yesNoQuestions,
} from "#features/circles/questionnaire/questionnaire.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";

const Mean = z.object({ answers: z.int(), mean: z.number(), spread: z.number() }).nullable();
const Row = z
  .object({ cells: z.array(z.union([z.int(), z.literal("hidden")])), total: z.union([z.int(), z.literal("hidden")]) })
  .nullable();

const QuestionnaireJson = z.object({
  occasions: z.array(
    z.object({
      occasion: z.enum(occasions),
      opensOn: z.string(),
      closesOn: z.string(),
      stage: z.enum(["later", "open", "closed", "counted"]),
      answered: z.int().nullable().describe("How many have answered, until the answers are counted"),
      hasAnswered: z.boolean(),
    }),
  ),
  figures: z
    .object({
      statements: z.array(
        z.object({
          statement: z.enum(statements),
          before: Mean,
          after: Mean,
          change: z.number().nullable().describe("The second mean less the first: change, not proven effect"),
          pairs: z
            .object({ pairs: z.int(), change: z.number(), spread: z.number() })
            .nullable()
            .describe("The change of those who gave the same code both times"),
        }),
      ),
      yesNo: z.array(z.object({ question: z.enum(yesNoQuestions), before: Row, after: Row })),
    })
    .nullable()
    .describe("What may be shown, once answers are counted. Null stands for what is not shown"),
});

/** Questions before and after a circle. */
export const questionnaireApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/questionnaire",
      operationId: "readQuestionnaire",
      summary: "Read when the questions before and after a circle are asked, and what the answers show",
      request: bySlug,
      responses: { 200: json("The questionnaire", QuestionnaireJson) },
    },
    async (c, { params: { slug } }) => {
      const asked = await questionnaireIn(c.var.db, await roomCalled(c, slug), dateIn(c.var.now()));
      const { figures } = asked;
      return c.json({
        occasions: asked.occasions.map(({ occasion, opensOn, closesOn, stage, answered, hasAnswered }) => ({
          occasion,
          opensOn: opensOn.toString(),
          closesOn: closesOn.toString(),
          stage,
          answered: answered ?? null,
          hasAnswered,
        })),
        figures: figures
          ? {
              statements: figures.statements.map(({ statement, before, after, change, pairs }) => ({
                statement,
                before: before ?? null,
                after: after ?? null,
                change: change?.change ?? null,
                pairs: pairs ?? null,
              })),
              yesNo: figures.yesNo.map(({ question, before, after }) => ({
                question,
                before: before ?? null,
                after: after ?? null,
              })),
            }
          : null,
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/questionnaire",
      operationId: "arrangeQuestionnaire",
      summary: "Decide when the questions are asked, or move days that have not come",
      request: { ...bySlug, body: body(QuestionnaireDays) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug }, body: days }) => {
      const { round } = await roomCalled(c, slug);
      await arrangeQuestionnaire(c.var.db, c.var.actor, c.var.now, round.id, days);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/questionnaire/answers",
      operationId: "answerQuestionnaire",
      summary: "Answer the questions, once. Nobody can tell afterwards whose the answers were",
      // Under a key we would keep a hash of the answers beside who sent them, and answers are few enough to try them all.
      takesNoKey: true,
      request: { ...bySlug, body: body(QuestionnaireAnswers) },
      responses: { 204: { description: "Counted in" } },
    },
    async (c, { params: { slug }, body: answers }) => {
      const { round } = await roomCalled(c, slug);
      await answerQuestionnaire(c.var.db, c.var.actor, c.var.now, round.id, answers);
      return c.body(null, 204);
    },
  ),
];
