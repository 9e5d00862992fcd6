import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiRoute, body, deedsAt, json, operation } from "#platform/web/api.ts";
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
import { byWorkshop } from "#features/workshops/workshop/api.ts";
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

const deed = deedsAt("/workshops/{slug}/merging", byWorkshop.params);
const questionDeed = deedsAt("/workshops/{slug}/merging/questions/{questionId}", byQuestion.params);

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
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/merging/questions",
      operationId: "mergeAnswers",
      summary: "Make one question of answers that wait",
      request: { ...byWorkshop, body: body(Gathered) },
      responses: { 201: json("What was made", Made) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await gatherAnswers(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/merging/own-questions",
      operationId: "letAnswersStandAlone",
      summary: "Let each of some answers that wait be a question of its own",
      request: { ...byWorkshop, body: body(EachItsOwn) },
      responses: { 201: json("What was made", z.object({ made: z.int() })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await letEachBeItsOwn(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  deed(
    ["post", "/put"],
    "putAnswersWithQuestion",
    "Put answers that wait with a question that is there",
    PutWith,
    ({ var: { db, actor, now } }, { slug }, wish) => putWithQuestion(db, actor, now, slug, wish),
  ),
  deed(
    ["post", "/aside"],
    "setAnswersAside",
    "Set answers that wait aside, with the reason",
    SetAside,
    ({ var: { db, actor, now } }, { slug }, wish) => setAnswersAside(db, actor, now, slug, wish),
  ),
  deed(
    ["post", "/taken-up"],
    "takeAnswersUp",
    "Take answers up again that were set aside",
    TakenUp,
    ({ var: { db, actor, now } }, { slug }, wish) => takeAnswersUp(db, actor, now, slug, wish),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/merging/additions",
      operationId: "addMergedQuestion",
      summary: "Add a question that is not from the group; it is marked",
      request: { ...byWorkshop, body: body(Addition) },
      responses: { 201: json("What was made", Made) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await addQuestion(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  questionDeed(
    ["put", ""],
    "wordMergedQuestion",
    "Word a final question; its answers are untouched",
    Wording,
    ({ var: { db, actor, now } }, { slug, questionId: id }, wish) => wordQuestion(db, actor, now, slug, id, wish),
  ),
  questionDeed(
    ["post", "/split"],
    "splitMergedQuestion",
    "Take answers out of a question; they wait again",
    Split,
    ({ var: { db, actor, now } }, { slug, questionId: id }, wish) => splitQuestion(db, actor, now, slug, id, wish),
  ),
  questionDeed(
    ["post", "/join"],
    "joinMergedQuestions",
    "Lay a question to another, with all its answers",
    Joined,
    ({ var: { db, actor, now } }, { slug, questionId: id }, wish) => joinQuestions(db, actor, now, slug, id, wish),
  ),
  questionDeed(
    ["post", "/remove"],
    "removeMergedQuestion",
    "Take a question away; its answers wait again",
    Removed,
    ({ var: { db, actor, now } }, { slug, questionId: id }, wish) => removeQuestion(db, actor, now, slug, id, wish),
  ),
];
