import { z } from "zod";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import {
  AssignmentId,
  AssignmentWish,
  Feedback,
  SubmissionFileId,
  SubmissionId,
  SubmissionWish,
  visibilities,
} from "#features/circles/assignment/assignment.ts";
import {
  changeAssignment,
  giveAssignment,
  giveFeedback,
  takeBackAssignment,
  writeSubmission,
} from "#features/circles/assignment/commands.ts";
import { submissionStates } from "#features/circles/assignment/due.ts";
import { assignmentPage, assignmentsOf, type Submission } from "#features/circles/assignment/queries.ts";
import { SentFile, sentBytes } from "#platform/files/sent-file.ts";
import { openFiles } from "#platform/files/files.ts";
import { fileTypes } from "#platform/files/file-kinds.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { SessionId } from "#features/circles/round/round.ts";

const AssignmentJson = z.object({
  id: AssignmentId,
  givenAt: SessionId.nullable(),
  dueBefore: SessionId.nullable().describe("The meeting it is due before; none if one that is held does not follow"),
  title: z.string(),
  task: z.string(),
  visibility: z.enum(visibilities),
  minutes: z.int().nullable().describe("What it is thought to take"),
});

const TextJson = z.object({
  id: SubmissionId,
  text: z.string(),
  version: z.int(),
  late: z.boolean(),
  handedInAt: z.iso.datetime().nullable(),
  feedback: z.string().nullable(),
  files: z.array(z.object({ id: SubmissionFileId, name: z.string(), type: z.enum(fileTypes), size: z.int() })),
});

const SentSubmission = SubmissionWish.extend({ file: SentFile.optional() });

const byAssignment = { params: bySlug.params.extend({ assignmentId: AssignmentId }) };
const bySubmission = { params: byAssignment.params.extend({ submissionId: SubmissionId }) };
const done = { 204: { description: "Done" } };

/** Assignments between the meetings of a circle, for those who are in it. */
export const assignmentApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/assignments",
      operationId: "listAssignments",
      summary: "List what is to be done between the meetings, and how far the circle has come with it",
      request: bySlug,
      responses: {
        200: json(
          "The assignments, in the order they were given",
          z.object({
            assignments: z.array(
              AssignmentJson.extend({
                own: z.enum(submissionStates).nullable().describe("How far whoever asks has come, with a place"),
                handedIn: z.int(),
                participants: z.int(),
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const listed = await assignmentsOf(c.var.db, await roomCalled(c, slug));
      return c.json({
        assignments: listed.map(({ assignment: { roundId: _, ...assignment }, due, own, handedIn, participants }) => ({
          ...assignment,
          dueBefore: due?.id ?? null,
          own: own ?? null,
          handedIn,
          participants,
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/assignments",
      operationId: "giveAssignment",
      summary: "Give the people of a circle something to do until a later meeting",
      request: { ...bySlug, body: body(AssignmentWish) },
      responses: { 201: json("The assignment", z.object({ id: AssignmentId })) },
    },
    async (c, { params: { slug }, body: wish }) => {
      const { round } = await roomCalled(c, slug);
      return c.json({ id: await giveAssignment(c.var.db, c.var.actor, c.var.now, round.id, wish) }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/assignments/{assignmentId}",
      operationId: "readAssignment",
      summary: "Read an assignment, one's own text, and what others have handed in as far as it is for one to read",
      request: byAssignment,
      responses: {
        200: json(
          "The assignment",
          z.object({
            assignment: AssignmentJson,
            own: TextJson.nullable(),
            others: z.array(
              z.object({
                registrationId: RegistrationId,
                name: z.string(),
                state: z.enum(submissionStates),
                needsNudge: z.boolean(),
                submission: TextJson.nullable(),
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params }) => {
      const { assignment, due, mine, others } = await assignmentCalled(c, params);
      const { roundId: _, ...shown } = assignment;
      return c.json({
        assignment: { ...shown, dueBefore: due?.id ?? null },
        own: mine ? textJson(mine) : null,
        others: others.map(({ who, state, needsNudge, submission }) => ({
          registrationId: who.registrationId,
          name: who.name,
          state,
          needsNudge,
          submission: submission ? textJson(submission) : null,
        })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/assignments/{assignmentId}",
      operationId: "changeAssignment",
      summary: "Say something else in an assignment",
      request: { ...byAssignment, body: body(AssignmentWish) },
      responses: done,
    },
    async (c, { params, body: wish }) => {
      const { assignment } = await assignmentCalled(c, params);
      await changeAssignment(c.var.db, c.var.actor, assignment.id, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/assignments/{assignmentId}",
      operationId: "takeBackAssignment",
      summary: "Take an assignment back that nobody has begun with",
      request: byAssignment,
      responses: done,
    },
    async (c, { params }) => {
      // Not looked up first: sent again under the same key, it is gone already.
      await roomCalled(c, params.slug);
      await takeBackAssignment(c.var.db, c.var.actor, params.assignmentId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/assignments/{assignmentId}/submission",
      operationId: "writeSubmission",
      summary: "Keep a draft of one's own text, or hand it in; late is allowed and said",
      request: { ...byAssignment, body: body(SentSubmission) },
      responses: { 200: json("What was kept", z.object({ version: z.int(), late: z.boolean() })) },
    },
    async (c, { params, body: { file, ...wish } }) => {
      const { db, actor, now, config } = c.var;
      const { assignment } = await assignmentCalled(c, params);
      const sent = file && { files: openFiles(config.dataDir), ...sentBytes(file) };
      return c.json(await writeSubmission(db, actor, now, assignment.id, wish, sent));
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/circles/{slug}/assignments/{assignmentId}/submissions/{submissionId}/feedback",
      operationId: "giveFeedback",
      summary: "Say what one who leads the circle thinks of a text that was handed in",
      request: { ...bySubmission, body: body(Feedback) },
      responses: done,
    },
    async (c, { params, body: words }) => {
      const { assignment } = await assignmentCalled(c, params);
      const { submissionId } = params;
      await giveFeedback(c.var.db, c.var.actor, c.var.now, { id: assignment.id, submissionId }, words);
      return c.body(null, 204);
    },
  ),
];

async function assignmentCalled(c: ApiContext, params: { readonly slug: string; readonly assignmentId: AssignmentId }) {
  return assignmentPage(c.var.db, await roomCalled(c, params.slug), params.assignmentId, c.var.now());
}

function textJson({ id, body: text, version, late, handedInAt, feedback, files }: Submission) {
  return { id, text, version, late, handedInAt: handedInAt?.toString() ?? null, feedback, files };
}
