import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Criterion } from "#features/appraisals/sources/sources.ts";
import { experienceStages } from "#features/knowledge/item/experience-lifecycle.ts";
import { judgeExperienceItem, stepExperience } from "#features/knowledge/item/experience/commands.ts";
import { ExperienceProfile, ExperienceStep } from "#features/knowledge/item/experience/experience-words.ts";
import { profileOf, stepsOf } from "#features/knowledge/item/experience/queries.ts";
import { giveFeedback, takeBackFeedback } from "#features/knowledge/item/feedback/commands.ts";
import { Feedback } from "#features/knowledge/item/feedback/feedback-words.ts";
import { feedbackOf } from "#features/knowledge/item/feedback/queries.ts";
import { Usefulness } from "#features/knowledge/item/item.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import { restoreItem, retireItem, sayStillHolds } from "#features/knowledge/item/standing/commands.ts";
import { Retirement, StillHolds } from "#features/knowledge/item/standing/standing-words.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Nothing = { description: "Done" };
const Text = z.string().nullable();

/** Whether an item holds, how far an experience has come, and whether it was of use. */
export const itemStandingApi: readonly ApiRoute[] = [
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/knowledge/{slug}/retirement",
      operationId: "retireKnowledge",
      summary: "Say that an item is not to be followed any more, why, and what to read instead",
      request: { ...bySlug, body: body(Retirement) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await retireItem(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "delete",
      path: "/knowledge/{slug}/retirement",
      operationId: "restoreKnowledge",
      summary: "Take back that an item was retired",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await restoreItem(c.var.db, c.var.actor, c.var.now, slug);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/knowledge/{slug}/looking-over",
      operationId: "sayKnowledgeHolds",
      summary: "Say that an item was looked over and still holds, with a new day and what became of its link",
      request: { ...bySlug, body: body(StillHolds) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await sayStillHolds(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/knowledge/{slug}/experience",
      operationId: "readExperience",
      summary: "Read how an experience came to where it stands, and how far it meets each criterion",
      request: bySlug,
      responses: {
        200: json(
          "The steps, the latest first, and the profile, which has no sum",
          z.object({
            steps: z.array(
              z.object({
                stage: z.enum(experienceStages),
                saidOn: z.string(),
                reason: z.string(),
                body: Text.describe("Who says that it is proven"),
                reviewOn: Text,
              }),
            ),
            profile: z.array(z.object({ criterion: Criterion, score: z.int().nullable(), evidence: Text })),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { item } = await itemInside(db, actor, slug, dateIn(now()));
      const [steps, profile] = await Promise.all([stepsOf(db, item.id), profileOf(db, item.id)]);
      return c.json({
        steps: steps.map(({ stage, saidOn, reason, body: by, reviewOn }) => {
          return { stage, saidOn: saidOn.toString(), reason, body: by, reviewOn: reviewOn?.toString() ?? null };
        }),
        profile: [...profile],
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/knowledge/{slug}/experience/steps",
      operationId: "stepExperience",
      summary: "Take an experience a step on its way, or back, with the reason; proven is said by a body",
      request: { ...bySlug, body: body(ExperienceStep) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await stepExperience(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/knowledge/{slug}/experience/profile",
      operationId: "judgeExperienceItem",
      summary: "Say how far an experience meets each criterion, and what shows it",
      request: { ...bySlug, body: body(ExperienceProfile) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await judgeExperienceItem(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/knowledge/{slug}/feedback",
      operationId: "readKnowledgeFeedback",
      summary: "Read one's own answer, and how many found it of use when five or more have answered",
      request: bySlug,
      responses: {
        200: json(
          "What was answered",
          z.object({
            own: z.object({ wasUseful: Usefulness, said: Text }).nullable(),
            counts: z
              .object({ yes: z.int(), partly: z.int(), no: z.int() })
              .nullable()
              .describe("Null: fewer than five have answered"),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { item } = await itemInside(db, actor, slug, dateIn(now()));
      return c.json(await feedbackOf(db, actor, item.id));
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/knowledge/{slug}/feedback",
      operationId: "giveKnowledgeFeedback",
      summary: "Say whether an item was of use: one answer, which may be changed",
      request: { ...bySlug, body: body(Feedback) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await giveFeedback(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/knowledge/{slug}/feedback",
      operationId: "takeBackKnowledgeFeedback",
      summary: "Take back one's answer",
      request: bySlug,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await takeBackFeedback(c.var.db, c.var.actor, slug);
      return c.body(null, 204);
    },
  ),
];
