import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { callMeeting } from "#features/meetings/invitation/commands.ts";
import { answerMeeting } from "#features/meetings/invitation/reply/commands.ts";
import { ownReply, repliesTo } from "#features/meetings/invitation/reply/queries.ts";
import { MeetingReply, replies } from "#features/meetings/invitation/reply/reply.ts";
import { bySlug, meetingCalled, meetingToPlan } from "#features/meetings/meeting/api.ts";

const Answer = z.enum(replies).nullable().describe("Null: no answer yet");

const ReplyJson = z.object({
  bodyId: BodyId,
  personId: PersonId.nullable().describe("Null with the name, so that nobody is found by their id either"),
  name: z.string().nullable().describe("Null: a service-user representative who has not agreed to be named"),
  function: z.string(),
  isSubstitute: z.boolean(),
  answer: Answer,
});

/** Calling everybody who sits in the bodies to a meeting, and saying whether one comes. */
export const invitationApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/call",
      operationId: "callMeeting",
      summary: "Call everybody who sits in the bodies; done again, only those who have not had theirs get a mail",
      request: { ...bySlug, body: body(z.strictObject({})) },
      responses: {
        200: json("How many are called", z.object({ receivers: z.int(), withoutAddress: z.int() })),
      },
    },
    async (c, { params: { slug } }) => c.json(await callMeeting(c.var.db, c.var.actor, c.var.now, slug)),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/replies",
      operationId: "listReplies",
      summary: "List who comes to a meeting, body by body; for whoever plans it",
      request: bySlug,
      responses: { 200: json("Everybody who is called", z.object({ replies: z.array(ReplyJson) })) },
    },
    async (c, { params: { slug } }) => {
      const rows = await repliesTo(c.var.db, await meetingToPlan(c, slug));
      return c.json({
        replies: rows.map(({ personId, ...row }) => ({ ...row, personId: row.name === null ? null : personId })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/reply",
      operationId: "readOwnReply",
      summary: "Read what one has answered oneself",
      request: bySlug,
      responses: { 200: json("The answer", z.object({ answer: Answer })) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor } = c.var;
      const { meeting } = await meetingCalled(c, slug);
      const answer = actor.personId ? await ownReply(db, meeting.id, actor.personId) : undefined;
      return c.json({ answer: answer ?? null });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/reply",
      operationId: "answerMeeting",
      summary: "Say whether one comes to a meeting one is called to; it may be said again until the meeting",
      request: { ...bySlug, body: body(MeetingReply) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug }, body: { answer } }) => {
      await answerMeeting(c.var.db, c.var.actor, c.var.now, slug, answer);
      return c.body(null, 204);
    },
  ),
];
