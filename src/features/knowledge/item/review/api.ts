import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { itemInside } from "#features/knowledge/item/queries.ts";
import {
  answerReview,
  askReviewers,
  publishItem,
  sendBack,
  sendForReview,
} from "#features/knowledge/item/review/commands.ts";
import { reviewsOf } from "#features/knowledge/item/review/queries.ts";
import {
  ForReview,
  MoreReviewers,
  Publishing,
  ReviewAnswer,
  SendingBack,
  Verdict,
} from "#features/knowledge/item/review/review-words.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Nothing = { description: "Done" };
const Text = z.string().nullable();

/** From draft to published: reviewers and what they say, sending back, publishing. */
export const itemReviewApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/knowledge/{slug}/reviews",
      operationId: "listKnowledgeReviews",
      summary: "List who was asked to review an item and what they said, for those who write, review or publish it",
      request: bySlug,
      responses: {
        200: json(
          "The reviews",
          z.object({
            reviews: z.array(
              z.object({
                versionNo: z.int(),
                reviewer: Text,
                verdict: Verdict.nullable(),
                said: Text,
                answeredAt: Text,
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { item, can } = await itemInside(db, actor, slug, dateIn(now()));
      if (!can.write && !can.review && !can.publish && !can.retire)
        throw new Refusal("forbidden", "item.may_not.write");
      const reviews = await reviewsOf(db, item.id);
      return c.json({
        reviews: reviews.map(({ versionNo, reviewer, verdict, said, answeredAt }) => {
          return { versionNo, reviewer, verdict, said, answeredAt: answeredAt?.toString() ?? null };
        }),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/knowledge/{slug}/review",
      operationId: "sendKnowledgeForReview",
      summary: "Send a draft for review, to some people or to whoever publishes",
      request: { ...bySlug, body: body(ForReview) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await sendForReview(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/knowledge/{slug}/reviewers",
      operationId: "askKnowledgeReviewers",
      summary: "Ask more people to review what is reviewed",
      request: { ...bySlug, body: body(MoreReviewers) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await askReviewers(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/knowledge/{slug}/review/answer",
      operationId: "answerKnowledgeReview",
      summary: "Say what one thinks of a version one is asked to review",
      request: { ...bySlug, body: body(ReviewAnswer) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await answerReview(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/knowledge/{slug}/review/return",
      operationId: "sendKnowledgeBack",
      summary: "Send what is reviewed back to whoever writes it, with what is to be done",
      request: { ...bySlug, body: body(SendingBack) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await sendBack(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "knowledge:publish",
    {
      method: "post",
      path: "/knowledge/{slug}/publication",
      operationId: "publishKnowledge",
      summary: "Publish what is reviewed, with the day when it is to be looked over",
      request: { ...bySlug, body: body(Publishing) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await publishItem(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
];
