import { z } from "zod";
import { OrganisationId, PersonId } from "#kernel/ids.ts";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { answerQuestion, makeItemOfAnswer } from "#features/knowledge/question/answer/commands.ts";
import { askQuestion, changeQuestion } from "#features/knowledge/question/commands.ts";
import { sayWhetherHelped, sayWhetherHelpedByLink } from "#features/knowledge/question/helped/commands.ts";
import { questionLists, questionsListed } from "#features/knowledge/question/listing/queries.ts";
import { answerWords } from "#features/knowledge/question/parts/answer-words.ts";
import {
  Closing,
  HelpSaid,
  NewQuestion,
  PassingOn,
  QuestionAnswer,
  QuestionChange,
} from "#features/knowledge/question/question-words.ts";
import {
  AnswerSource,
  Helpfulness,
  questionEvents,
  QuestionId,
  QuestionState,
  SourceStanding,
} from "#features/knowledge/question/question.ts";
import { questionInside } from "#features/knowledge/question/queries.ts";
import {
  closeQuestion,
  passQuestionOn,
  putQuestionBack,
  takeQuestion,
} from "#features/knowledge/question/steps/commands.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Text = z.string().nullable();
const Nothing = { description: "Done" };

const ListedJson = z.object({
  id: QuestionId,
  slug: z.string(),
  text: z.string(),
  state: QuestionState,
  organisation: z.string().describe("Where whoever asked works"),
  with: z.string().describe("Who is to answer it now"),
  takenBy: Text,
  askedAt: z.string(),
  neededBy: Text,
});

const ItemJson = z.object({ slug: z.string(), title: z.string() });

const QuestionJson = ListedJson.extend({
  organisationId: OrganisationId,
  withId: OrganisationId,
  askedById: PersonId.nullable().describe("Null once they have been erased"),
  askedBy: Text,
  population: Text,
  intervention: Text,
  comparison: Text,
  outcome: Text,
  context: Text,
  answer: Text,
  answeredBy: Text,
  answeredAt: Text,
  sources: z
    .array(z.object({ source: AnswerSource, standing: SourceStanding, says: Text, soughtWhere: Text }))
    .describe("All three where it is answered, none before"),
  toRead: z.array(ItemJson),
  item: ItemJson.nullable().describe("What has become of the answer, where you may know of it"),
  closedReason: Text,
  helped: Helpfulness.nullable(),
  helpedSaid: Text,
  steps: z.array(z.object({ step: z.enum(questionEvents), to: Text, reason: Text, by: Text, at: z.string() })),
  version: z.int(),
});

/** A deed about one question that answers nothing. */
function deed<Schema extends z.ZodType>(
  [path, operationId, summary]: readonly [path: string, operationId: string, summary: string],
  schema: Schema | undefined,
  write: (c: ApiContext, slug: string, words: z.output<Schema>) => Promise<unknown>,
  gate: "token" | "knowledge:publish" = "token",
): ApiRoute {
  return operation(
    gate,
    {
      method: "post",
      path: `/questions/{slug}${path}`,
      operationId,
      summary,
      request: { ...bySlug, ...(schema ? { body: body(schema) } : {}) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, ...sent }) => {
      await write(c, slug, (sent as { body?: unknown }).body as z.output<Schema>);
      return c.body(null, 204);
    },
  );
}

/** Questions from practice: asked without naming any client, answered from the three sources, and heard of again. */
export const practiceQuestionsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/questions",
      operationId: "listPracticeQuestions",
      summary: "List questions from practice: those that wait for your answer, your own, or those that came to an end",
      request: { query: ListQuery.extend({ which: z.enum(questionLists).default("own") }) },
      responses: { 200: json("One page of the questions", z.object({ questions: z.array(ListedJson) })) },
    },
    async (c, { query: { after, ...wish } }) => {
      const from = QuestionId.safeParse(after).data;
      const list = await questionsListed(c.var.db, c.var.actor, { ...wish, after: from });
      nextLink(c, list.after);
      return c.json({
        questions: list.questions.map(({ askedAt, neededBy, ...question }) => {
          return { ...question, askedAt: askedAt.toString(), neededBy: neededBy?.toString() ?? null };
        }),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/questions",
      operationId: "askPracticeQuestion",
      summary: "Ask a question from practice, without anything that may tell who a client is",
      request: { body: body(NewQuestion) },
      responses: { 201: json("The question", z.object({ id: QuestionId, slug: z.string(), withId: OrganisationId })) },
    },
    async (c, { body: words }) => c.json(await askQuestion(c.var.db, c.var.actor, c.var.now, words), 201),
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/questions/helped",
      operationId: "sayWhetherHelpedByLink",
      summary: "Say whether an answer helped, with the secret of the mailed link",
      request: { body: body(HelpSaid.extend({ token: z.string().min(1).max(200) })) },
      responses: { 204: Nothing },
      takesNoKey: true,
    },
    async (c, { body: { token, ...words } }) => {
      await sayWhetherHelpedByLink(c.var.db, c.var.actor, c.var.now, token, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/questions/{slug}",
      operationId: "readPracticeQuestion",
      summary:
        "Read a question: what is wondered, who has it, the answer from the three sources, and all that has happened",
      request: bySlug,
      responses: { 200: json("The question", QuestionJson) },
    },
    async (c, { params: { slug } }) => {
      const { question, sources, toRead, item, steps } = await questionInside(c.var.db, c.var.actor, slug);
      const { parts, askedAt, neededBy, answeredAt, takenById: _, hasItem: __, helpedAskedOn: ___, ...said } = question;
      return c.json({
        ...said,
        ...parts,
        askedAt: askedAt.toString(),
        neededBy: neededBy?.toString() ?? null,
        answeredAt: answeredAt?.toString() ?? null,
        sources: [...sources],
        toRead: [...toRead],
        item,
        steps: steps.map(({ at, ...step }) => ({ ...step, at: at.toString() })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/questions/{slug}",
      operationId: "changePracticeQuestion",
      summary: "Change the words of a question that nobody has answered, from the version one has read",
      request: { ...bySlug, body: body(QuestionChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await changeQuestion(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  deed(
    ["/take", "takeQuestion", "Take a question on, so that whoever asked sees who seeks the answer"],
    undefined,
    ({ var: { db, actor, now } }, slug) => takeQuestion(db, actor, now, slug),
    "knowledge:publish",
  ),
  deed(
    ["/put-back", "putQuestionBack", "Put a question back for somebody else to take"],
    undefined,
    ({ var: { db, actor, now } }, slug) => putQuestionBack(db, actor, now, slug),
    "knowledge:publish",
  ),
  deed(
    [
      "/pass-on",
      "passQuestionOn",
      "Pass a question on to another organisation where somebody answers, with the reason",
    ],
    PassingOn,
    ({ var: { db, actor, now } }, slug, words) => passQuestionOn(db, actor, now, slug, words),
    "knowledge:publish",
  ),
  deed(
    ["/answer", "answerQuestion", "Answer a question from all three sources, each found, sought in vain or not sought"],
    QuestionAnswer,
    ({ var: { db, actor, now } }, slug, words) => answerQuestion(db, actor, now, slug, words),
    "knowledge:publish",
  ),
  deed(
    ["/close", "closeQuestion", "Close a question that is not answered, with the reason"],
    Closing,
    ({ var: { db, actor, now } }, slug, words) => closeQuestion(db, actor, now, slug, words),
  ),
  deed(
    ["/helped", "sayWhetherHelped", "Say whether the answer to one's own question helped"],
    HelpSaid,
    ({ var: { db, actor, now } }, slug, words) => sayWhetherHelped(db, actor, now, slug, words),
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/questions/{slug}/item",
      operationId: "makeItemOfAnswer",
      summary: "Make a draft in the knowledge base of an answer",
      request: bySlug,
      responses: { 201: json("The draft", z.object({ slug: z.string() })) },
    },
    async (c, { params: { slug } }) =>
      c.json(await makeItemOfAnswer(c.var.db, c.var.actor, c.var.now, slug, answerWords), 201),
  ),
];
