import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { byWorkshop, Nothing } from "#features/workshops/workshop/api.ts";
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "#features/workshops/workshop/asking/commands.ts";
import { addLeader, removeLeader } from "#features/workshops/workshop/leaders/commands.ts";
import { writeGroups } from "#features/workshops/workshop/preparing/commands.ts";
import { WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";
import { Groups, Moving, NewLeader, NewQuestion } from "#features/workshops/workshop/workshop-words.ts";

const byQuestion = { params: byWorkshop.params.extend({ questionId: WorkshopQuestionId }) };
const byLeader = { params: byWorkshop.params.extend({ personId: PersonId }) };

/** Preparing a workshop: its groups, its questions and who leads it. */
export const workshopPreparingApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "put",
      path: "/workshops/{slug}/groups",
      operationId: "writeWorkshopGroups",
      summary: "Write which groups there are, in order; those that are there are told by their id",
      request: { ...byWorkshop, body: body(Groups) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await writeGroups(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/questions",
      operationId: "addWorkshopQuestion",
      summary: "Add a question last",
      request: { ...byWorkshop, body: body(NewQuestion) },
      responses: { 201: json("The question", z.object({ id: WorkshopQuestionId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await addQuestion(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/workshops/{slug}/questions/{questionId}",
      operationId: "changeWorkshopQuestion",
      summary: "Change a question that has neither been put nor answered",
      request: { ...byQuestion, body: body(NewQuestion) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, questionId }, body: words }) => {
      await changeQuestion(c.var.db, c.var.actor, c.var.now, slug, questionId, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/workshops/{slug}/questions/{questionId}",
      operationId: "removeWorkshopQuestion",
      summary: "Take away a question that has neither been put nor answered",
      request: byQuestion,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, questionId } }) => {
      await removeQuestion(c.var.db, c.var.actor, c.var.now, slug, questionId);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/questions/{questionId}/moving",
      operationId: "moveWorkshopQuestion",
      summary: "Move a question one step among the others",
      request: { ...byQuestion, body: body(Moving) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, questionId }, body: words }) => {
      await moveQuestion(c.var.db, c.var.actor, c.var.now, slug, questionId, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/leaders",
      operationId: "addWorkshopLeader",
      summary: "Name somebody as one who leads the workshop, by the address they sign in with",
      request: { ...byWorkshop, body: body(NewLeader) },
      responses: { 201: json("Who leads it now", z.object({ personId: PersonId })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await addLeader(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/workshops/{slug}/leaders/{personId}",
      operationId: "removeWorkshopLeader",
      summary: "Let somebody lead the workshop no more",
      request: byLeader,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, personId } }) => {
      await removeLeader(c.var.db, c.var.actor, c.var.now, slug, personId);
      return c.body(null, 204);
    },
  ),
];
