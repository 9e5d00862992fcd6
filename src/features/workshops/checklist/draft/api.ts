import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { byChecklist } from "#features/workshops/checklist/api.ts";
import { ChecklistQuestionId } from "#features/workshops/checklist/checklist.ts";
import { DraftQuestion, FromVersion, MovedQuestion, Publishing } from "#features/workshops/checklist/checklist-wish.ts";
import {
  addDraftQuestion,
  changeDraftQuestion,
  discardDraft,
  moveDraftQuestion,
  removeDraftQuestion,
  startDraft,
} from "#features/workshops/checklist/draft/commands.ts";
import { publishDraft } from "#features/workshops/checklist/publishing/commands.ts";
import { Nothing } from "#features/workshops/workshop/api.ts";

const byQuestion = { params: byChecklist.params.extend({ questionId: ChecklistQuestionId }) };

/** The version of a checklist that is being written. */
export const checklistDraftApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/draft",
      operationId: "startChecklistVersion",
      summary: "Begin the next version, with the questions of the one that is published",
      request: { ...byChecklist, body: body(FromVersion) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await startDraft(c.var.db, c.var.actor, slug, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/draft/discard",
      operationId: "discardChecklistVersion",
      summary: "Throw the draft away; a checklist with nothing published goes with it",
      request: { ...byChecklist, body: body(FromVersion) },
      responses: { 200: json("Whether the checklist is gone", z.object({ isGone: z.boolean() })) },
    },
    async (c, { params: { slug }, body: wish }) => c.json(await discardDraft(c.var.db, c.var.actor, slug, wish)),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/draft/publish",
      operationId: "publishChecklistVersion",
      summary: "Publish the draft: it never changes after that",
      request: { ...byChecklist, body: body(Publishing) },
      responses: { 201: json("Its number", z.object({ versionNo: z.int() })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await publishDraft(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/draft/questions",
      operationId: "addChecklistQuestion",
      summary: "Add a question to the draft",
      request: { ...byChecklist, body: body(DraftQuestion) },
      responses: { 201: json("The question", z.object({ id: ChecklistQuestionId })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await addDraftQuestion(c.var.db, c.var.actor, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/checklists/{slug}/draft/questions/{questionId}",
      operationId: "changeChecklistQuestion",
      summary: "Change a question of the draft",
      request: { ...byQuestion, body: body(DraftQuestion) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, questionId }, body: wish }) => {
      await changeDraftQuestion(c.var.db, c.var.actor, slug, questionId, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/draft/questions/{questionId}/move",
      operationId: "moveChecklistQuestion",
      summary: "Move a question of the draft one step up or down",
      request: { ...byQuestion, body: body(MovedQuestion) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, questionId }, body: wish }) => {
      await moveDraftQuestion(c.var.db, c.var.actor, slug, questionId, wish);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/checklists/{slug}/draft/questions/{questionId}/remove",
      operationId: "removeChecklistQuestion",
      summary: "Take a question out of the draft",
      request: { ...byQuestion, body: body(FromVersion) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, questionId }, body: wish }) => {
      await removeDraftQuestion(c.var.db, c.var.actor, slug, questionId, wish);
      return c.body(null, 204);
    },
  ),
];
