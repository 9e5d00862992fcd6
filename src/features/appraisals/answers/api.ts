import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { answerStandings, InquiryId } from "#features/appraisals/answers/answer.ts";
import {
  AnswerWish,
  ChosenForm,
  InquiryAnswer,
  NewInquiry,
  TakenOver,
} from "#features/appraisals/answers/answer-words.ts";
import { answerInquiry, askAuthors, chooseForm, writeAnswer } from "#features/appraisals/answers/commands.ts";
import { knownFactsOf } from "#features/appraisals/answers/known/queries.ts";
import { proposedAnswer } from "#features/appraisals/answers/parts/known-sayings.ts";
import { answeredChecklist, type InquiryFacts } from "#features/appraisals/answers/queries.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { ChecklistQuestionId } from "#features/workshops/checklist/checklist.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const byQuestion = { params: bySlug.params.extend({ questionId: ChecklistQuestionId }) };
const byInquiry = { params: bySlug.params.extend({ inquiryId: InquiryId }) };
const Text = z.string().nullable();
const Nothing = { description: "Done" };
const Version = z.object({ version: z.int() });

const InquiryJson = z.object({
  id: InquiryId,
  text: z.string(),
  askedBy: Text,
  askedAt: z.string(),
  answer: Text,
  answeredBy: Text,
  answeredAt: Text,
});

const ChecklistJson = z.object({
  checklist: z.object({ slug: z.string(), title: z.string(), versionNo: z.int() }),
  tally: z.object({
    answered: z.int(),
    unknown: z.int().describe("Known not to be known: a risk that is shown"),
    notRelevant: z.int(),
    waiting: z.int(),
    all: z.int(),
  }),
  inquiries: z.array(InquiryJson).describe("Of the whole"),
  questions: z.array(
    z.object({
      id: ChecklistQuestionId,
      text: z.string(),
      help: Text,
      isAsked: z.boolean().describe("Whether the form that is chosen asks it; what is answered beside it is kept"),
      isAddition: z.boolean(),
      answer: z
        .object({
          standing: z.enum(answerStandings),
          text: Text,
          owner: Text,
          source: Text,
          answeredOn: z.string(),
          knownBy: Text,
          version: z.int(),
        })
        .nullable(),
      proposed: z
        .object({ text: z.string(), source: z.string() })
        .nullable()
        .describe("What the platform knows; never an answer until somebody takes it over"),
      inquiries: z.array(InquiryJson),
    }),
  ),
});

function inquiryJson({ askedAt, answeredAt, questionId: _, askedById: __, ...rest }: InquiryFacts) {
  return { ...rest, askedAt: askedAt.toString(), answeredAt: answeredAt?.toString() ?? null };
}

/** The checklist of an appraisal as a form with two parties. */
export const answersApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}/answers",
      operationId: "getAppraisalAnswers",
      summary: "Read the checklist of an appraisal: answers, known risks, proposals and what is asked",
      request: bySlug,
      responses: { 200: json("The checklist with its answers", ChecklistJson) },
    },
    async (c, { params: { slug } }) => {
      const { t, db, actor, now } = c.var;
      const inside = await appraisalInside(db, actor, slug, dateIn(now()));
      const [answered, known] = await Promise.all([answeredChecklist(db, inside), knownFactsOf(db, inside)]);
      return c.json({
        checklist: answered.checklist,
        tally: answered.tally,
        inquiries: answered.inquiries.map(inquiryJson),
        questions: answered.questions.map(({ id, text, help, isAsked, isAddition, answeredBy, answer, inquiries }) => ({
          id,
          text,
          help,
          isAsked,
          isAddition,
          answer: answer && {
            standing: answer.standing,
            text: answer.text,
            owner: answer.owner,
            source: answer.source,
            answeredOn: answer.answeredOn.toString(),
            knownBy: answer.knownBy?.toString() ?? null,
            version: answer.version,
          },
          proposed: proposedAnswer(t, answeredBy, known) ?? null,
          inquiries: inquiries.map(inquiryJson),
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/answers/{questionId}",
      operationId: "answerAppraisalQuestion",
      summary: "Answer a question of the checklist, from the version one has read (0 when nobody has answered)",
      request: { ...byQuestion, body: body(AnswerWish) },
      responses: { 200: json("The version that stands now", Version) },
    },
    async (c, { params: { slug, questionId }, body: wish }) =>
      c.json(await writeAnswer(c.var.db, c.var.actor, c.var.now, slug, questionId, wish), 200),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/answers/{questionId}/take-over",
      operationId: "takeOverProposedAnswer",
      summary: "Take over what the platform knows as the answer to a question",
      request: { ...byQuestion, body: body(TakenOver) },
      responses: { 200: json("The version that stands now", Version) },
    },
    async (c, { params: { slug, questionId }, body: { version } }) => {
      const { t, db, actor, now } = c.var;
      const inside = await appraisalInside(db, actor, slug, dateIn(now()));
      const { questions } = await answeredChecklist(db, inside);
      const question = questions.find(({ id }) => id === questionId);
      if (!question) throw new Refusal("not_found", "appraisal_answer.no_such_question");
      const proposed = proposedAnswer(t, question.answeredBy, await knownFactsOf(db, inside));
      if (!proposed) throw new Refusal("conflict", "appraisal_answer.nothing_known");
      const wish = AnswerWish.parse({ standing: "answered", ...proposed, version });
      return c.json(await writeAnswer(db, actor, now, slug, questionId, wish), 200);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/form",
      operationId: "chooseAppraisalForm",
      summary: "Ask with the short form or the full one; every answer is kept",
      request: { ...bySlug, body: body(ChosenForm) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await chooseForm(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/inquiries",
      operationId: "askAppraisalAuthors",
      summary: "Ask those who write an appraisal something before deciding, of one question or of the whole",
      request: { ...bySlug, body: body(NewInquiry) },
      responses: { 201: json("The inquiry", z.object({ id: InquiryId })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await askAuthors(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/inquiries/{inquiryId}/answer",
      operationId: "answerAppraisalInquiry",
      summary: "Answer what whoever decides has asked",
      request: { ...byInquiry, body: body(InquiryAnswer) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, inquiryId }, body: wish }) => {
      await answerInquiry(c.var.db, c.var.actor, c.var.now, slug, inquiryId, wish);
      return c.body(null, 204);
    },
  ),
];
