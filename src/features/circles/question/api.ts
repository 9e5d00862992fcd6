import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { AnswerId, AnswerWords, grounds } from "#features/circles/question/answer.ts";
import { removeAnswerText, writeAnswer } from "#features/circles/question/answering/commands.ts";
import { earlierQuestions, guidingQuestions } from "#features/circles/question/bank/queries.ts";
import { askOwnQuestion, chooseQuestions, removeQuestion } from "#features/circles/question/commands.ts";
import { wordingsIn } from "#features/circles/question/parts/wordings.ts";
import { OwnQuestion, QuestionChoice, QuestionId, questionKinds } from "#features/circles/question/question.ts";
import { questionsCalled } from "#features/circles/question/queries.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { knowledgeSources, SessionId } from "#features/circles/round/round.ts";

const Source = z.enum(knowledgeSources).nullable();
const Text = z.string().nullable();
const Nothing = { description: "Done" };
const byQuestion = { params: bySlug.params.extend({ questionId: QuestionId }) };

const BankJson = z.object({ id: z.uuid(), text: z.string(), theme: Text, source: Source });
const QuestionsJson = z.object({
  questions: z.array(
    z.object({ id: QuestionId, kind: z.enum(questionKinds), theme: z.string(), source: Source, text: z.string() }),
  ),
  workplaces: z.array(z.object({ key: z.string(), name: z.string(), employer: z.string() })),
  answers: z.array(
    z.object({
      id: AnswerId,
      questionId: QuestionId,
      workplaceKey: z.string(),
      name: Text.describe("The way of working it is about; null: the question itself"),
      version: z.number().int(),
      texts: z
        .array(
          z.object({
            sessionId: SessionId,
            body: Text,
            level: z.number().int().nullable(),
            gap: Text,
            restsOn: z.array(z.enum(grounds)),
          }),
        )
        .describe("What was answered at each meeting, the first first"),
    }),
  ),
});

/** Questions of a circle, and what its workplaces answer. */
export const questionsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/questions",
      operationId: "listQuestions",
      summary: "List the questions a circle works with, and what every workplace answers",
      request: bySlug,
      responses: { 200: json("The questions", QuestionsJson) },
    },
    async (c, { params: { slug } }) => {
      const { questions, workplaces, answers } = await foundFor(c, slug);
      return c.json({
        questions: questions.map(({ standard: _, ...question }) => question),
        workplaces,
        answers: answers.map(({ texts, ...answer }) => ({
          ...answer,
          texts: texts.map((text) => ({ ...text, restsOn: [...text.restsOn] })),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/question-bank",
      operationId: "readQuestionBank",
      summary: "List what a circle can take up besides the product's own questions",
      request: bySlug,
      responses: { 200: json("The bank", z.object({ earlier: z.array(BankJson), guiding: z.array(BankJson) })) },
    },
    async (c, { params: { slug } }) => {
      const { round } = (await foundFor(c, slug)).room;
      const [earlier, guiding] = await Promise.all([
        earlierQuestions(c.var.db, round),
        guidingQuestions(c.var.db, round.id),
      ]);
      return c.json({ earlier, guiding });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/question-choices",
      operationId: "chooseQuestions",
      summary: "Take questions from the bank up in a circle; those it has already are not taken twice",
      request: { ...bySlug, body: body(QuestionChoice) },
      responses: { 200: json("How many were added", z.object({ added: z.number().int() })) },
    },
    async (c, { params: { slug }, body: choice }) => {
      const { db, actor, t } = c.var;
      const { round } = (await foundFor(c, slug)).room;
      return c.json(await chooseQuestions(db, actor, round.id, choice, wordingsIn(t)));
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/questions",
      operationId: "askQuestion",
      summary: "Ask a question in the circle's own words",
      request: { ...bySlug, body: body(OwnQuestion) },
      responses: { 201: json("The question", z.object({ id: QuestionId })) },
    },
    async (c, { params: { slug }, body: question }) => {
      const { round } = (await foundFor(c, slug)).room;
      return c.json(await askOwnQuestion(c.var.db, c.var.actor, round.id, question), 201);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/questions/{questionId}",
      operationId: "removeQuestion",
      summary: "Stop asking a question that nobody has answered",
      request: byQuestion,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, questionId } }) => {
      const { round } = (await foundFor(c, slug)).room;
      await removeQuestion(c.var.db, c.var.actor, round.id, questionId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/questions/{questionId}/answers",
      operationId: "writeAnswer",
      summary: "Write what a workplace answers at the meeting that has come last, from the version one has read",
      request: {
        ...byQuestion,
        body: body(
          AnswerWords.extend({
            workplace: z.string().min(1).max(400).describe("The key of the workplace"),
            answerId: AnswerId.optional().describe("The way of working that is changed; left out, a new one"),
          }),
        ),
      },
      responses: { 200: json("The answer", z.object({ id: AnswerId, version: z.number().int() })) },
    },
    async (c, { params: { slug, questionId }, body: { workplace, answerId, ...words } }) => {
      const { round } = (await foundFor(c, slug)).room;
      const where = { roundId: round.id, questionId, workplace, answerId };
      return c.json(await writeAnswer(c.var.db, c.var.actor, c.var.now, where, words));
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/answers/{answerId}/sessions/{sessionId}",
      operationId: "removeAnswerText",
      summary: "Take what a workplace answered at one meeting away for good",
      request: { params: bySlug.params.extend({ answerId: AnswerId, sessionId: SessionId }) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, answerId, sessionId } }) => {
      const { round } = (await foundFor(c, slug)).room;
      await removeAnswerText(c.var.db, c.var.actor, c.var.now, { roundId: round.id, answerId, sessionId });
      return c.body(null, 204);
    },
  ),
];

function foundFor(c: ApiContext, slug: string) {
  return questionsCalled(c.var.db, c.var.actor, slug, dateIn(c.var.now()));
}
