import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { Dimension } from "#features/workshops/checklist/dimensions.ts";
import {
  gatherAnswers,
  letEachBeItsOwn,
  putWithQuestion,
  setAnswersAside,
  takeAnswersUp,
} from "#features/workshops/merging/commands.ts";
import {
  addQuestion,
  joinQuestions,
  removeQuestion,
  splitQuestion,
  wordQuestion,
} from "#features/workshops/merging/questions/commands.ts";
import {
  Addition,
  EachItsOwn,
  Gathered,
  Joined,
  MergedQuestionId,
  PutWith,
  Removed,
  SetAside,
  Split,
  TakenUp,
  WorkshopAnswerId,
  Wording,
} from "#features/workshops/merging/merging.ts";
import { nearDuplicates } from "#features/workshops/merging/near-duplicates.ts";
import { mergingOf } from "#features/workshops/merging/queries.ts";
import { byWorkshop, Nothing } from "#features/workshops/workshop/api.ts";
import { workshopInside } from "#features/workshops/workshop/queries.ts";
import { WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";

const byQuestion = { params: byWorkshop.params.extend({ questionId: MergedQuestionId }) };

const Answer = z.object({
  id: WorkshopAnswerId,
  questionId: WorkshopQuestionId.describe("What it answers"),
  text: z.string().describe("Word for word"),
  group: z.string().nullable().describe("The group it came from; null in an anonymous workshop"),
});
const Question = z.object({
  id: MergedQuestionId,
  text: z.string(),
  help: z.string().nullable(),
  dimension: Dimension.nullable(),
  isAddition: z.boolean().describe("Not from the group"),
  version: z.int(),
  answers: z.array(Answer),
});
const MergingJson = z.object({
  questions: z.array(Question),
  setAside: z.array(Answer.extend({ reason: z.string() })),
  waiting: z.array(Answer).describe("Those that nobody has dealt with"),
  alike: z
    .array(z.object({ ids: z.array(WorkshopAnswerId), likeness: z.number().describe("From 0 to 1") }))
    .describe("Proposals: answers that wait and seem to say the same"),
});
const Made = z.object({ id: MergedQuestionId });

/** What somebody does with the answers of a workshop. */
type Deed<Wish> = (c: ApiContext, slug: string, wish: Wish) => Promise<unknown>;

/** A write about the workshop as a whole. */
function deed<Schema extends z.ZodType>(
  operationId: string,
  way: string,
  summary: string,
  schema: Schema,
  work: Deed<z.output<Schema>>,
  answer?: z.ZodType,
): ApiRoute {
  return operation(
    "token",
    {
      method: "post",
      path: `/workshops/{slug}/merging/${way}`,
      operationId,
      summary,
      request: { ...byWorkshop, body: body(schema) },
      responses: answer ? { 201: json("What was made", answer) } : { 204: Nothing },
    },
    async (c, input) => {
      const done = await work(c, input.params.slug, input.body as z.output<Schema>);
      return answer ? c.json(done as object, 201) : c.body(null, 204);
    },
  );
}

/** A write about one final question. */
function questionDeed<Schema extends z.ZodType>(
  operationId: string,
  method: "post" | "put",
  way: string,
  summary: string,
  schema: Schema,
  work: (c: ApiContext, slug: string, id: MergedQuestionId, wish: z.output<Schema>) => Promise<unknown>,
): ApiRoute {
  return operation(
    "token",
    {
      method,
      path: `/workshops/{slug}/merging/questions/{questionId}${way}`,
      operationId,
      summary,
      request: { ...byQuestion, body: body(schema) },
      responses: { 204: Nothing },
    },
    async (c, input) => {
      await work(c, input.params.slug, input.params.questionId, input.body as z.output<Schema>);
      return c.body(null, 204);
    },
  );
}

/** The answers of a workshop made into questions. */
export const mergingApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/workshops/{slug}/merging",
      operationId: "readMerging",
      summary: "Read what the answers of a workshop were made into, and what waits",
      request: byWorkshop,
      responses: { 200: json("Every answer stands in exactly one of the three", MergingJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { workshop } = await workshopInside(db, actor, slug, dateIn(now()));
      const merging = await mergingOf(db, workshop.id);
      return c.json({ ...merging, alike: nearDuplicates(merging.waiting) });
    },
  ),
  deed(
    "mergeAnswers",
    "questions",
    "Make one question of answers that wait",
    Gathered,
    ({ var: { db, actor, now } }, slug, wish) => gatherAnswers(db, actor, now, slug, wish),
    Made,
  ),
  deed(
    "letAnswersStandAlone",
    "own-questions",
    "Let each of some answers that wait be a question of its own",
    EachItsOwn,
    ({ var: { db, actor, now } }, slug, wish) => letEachBeItsOwn(db, actor, now, slug, wish),
    z.object({ made: z.int() }),
  ),
  deed(
    "putAnswersWithQuestion",
    "put",
    "Put answers that wait with a question that is there",
    PutWith,
    ({ var: { db, actor, now } }, slug, wish) => putWithQuestion(db, actor, now, slug, wish),
  ),
  deed(
    "setAnswersAside",
    "aside",
    "Set answers that wait aside, with the reason",
    SetAside,
    ({ var: { db, actor, now } }, slug, wish) => setAnswersAside(db, actor, now, slug, wish),
  ),
  deed(
    "takeAnswersUp",
    "taken-up",
    "Take answers up again that were set aside",
    TakenUp,
    ({ var: { db, actor, now } }, slug, wish) => takeAnswersUp(db, actor, now, slug, wish),
  ),
  deed(
    "addMergedQuestion",
    "additions",
    "Add a question that is not from the group; it is marked",
    Addition,
    ({ var: { db, actor, now } }, slug, wish) => addQuestion(db, actor, now, slug, wish),
    Made,
  ),
  questionDeed(
    "wordMergedQuestion",
    "put",
    "",
    "Word a final question; its answers are untouched",
    Wording,
    ({ var: { db, actor, now } }, slug, id, wish) => wordQuestion(db, actor, now, slug, id, wish),
  ),
  questionDeed(
    "splitMergedQuestion",
    "post",
    "/split",
    "Take answers out of a question; they wait again",
    Split,
    ({ var: { db, actor, now } }, slug, id, wish) => splitQuestion(db, actor, now, slug, id, wish),
  ),
  questionDeed(
    "joinMergedQuestions",
    "post",
    "/join",
    "Lay a question to another, with all its answers",
    Joined,
    ({ var: { db, actor, now } }, slug, id, wish) => joinQuestions(db, actor, now, slug, id, wish),
  ),
  questionDeed(
    "removeMergedQuestion",
    "post",
    "/remove",
    "Take a question away; its answers wait again",
    Removed,
    ({ var: { db, actor, now } }, slug, id, wish) => removeQuestion(db, actor, now, slug, id, wish),
  ),
];
