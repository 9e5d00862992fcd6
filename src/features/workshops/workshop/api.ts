import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { comingIn } from "#features/workshops/answering/queries.ts";
import {
  closeWorkshop,
  endRound,
  goOnWithWorkshop,
  openWorkshop,
  openWorkshopAgain,
  pauseWorkshop,
  putQuestion,
  showOnScreen,
} from "#features/workshops/workshop/commands.ts";
import { leadersOf } from "#features/workshops/workshop/leaders/queries.ts";
import { openRoundOf } from "#features/workshops/workshop/leading/queries.ts";
import { addWorkshop, changeWorkshop } from "#features/workshops/workshop/preparing/commands.ts";
import { workshopInside } from "#features/workshops/workshop/queries.ts";
import { workshopsListed } from "#features/workshops/workshop/register/queries.ts";
import {
  QuestionKind,
  Screen,
  WorkshopGroupId,
  WorkshopId,
  WorkshopQuestionId,
  WorkshopState,
} from "#features/workshops/workshop/workshop.ts";
import { type WorkshopStep, workshopSteps } from "#features/workshops/workshop/workshop-lifecycle.ts";
import {
  devices,
  NewWorkshop,
  PutQuestion,
  ShownOnScreen,
  WorkshopChange,
} from "#features/workshops/workshop/workshop-words.ts";

export const byWorkshop = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
export const Nothing = { description: "Done" };
const Text = z.string().nullable();

const ListedJson = z.object({
  id: WorkshopId,
  slug: z.string(),
  title: z.string(),
  organisation: z.string().describe("Who holds it"),
  heldOn: Text,
  state: WorkshopState,
  answers: z.int(),
  leads: z.boolean().describe("Whether whoever asks leads it; others read what was answered"),
});

export const QuestionJson = z.object({
  id: WorkshopQuestionId,
  kind: QuestionKind,
  text: z.string(),
  help: Text,
  most: z.int().nullable().describe("Answers, words, choices or points from one device"),
  scaleLow: z.int().nullable(),
  scaleHigh: z.int().nullable(),
  lowLabel: Text,
  highLabel: Text,
  options: z.array(z.object({ id: z.string(), text: z.string() })),
});

const WorkshopJson = z.object({
  id: WorkshopId,
  slug: z.string(),
  title: z.string(),
  purpose: Text,
  organisation: z.string(),
  heldOn: Text,
  device: z.enum(devices),
  isAnonymous: z.boolean(),
  state: WorkshopState,
  joinCode: Text.describe("What a participant writes to come in; told to those who lead"),
  screenShows: Screen,
  screenQuestion: WorkshopQuestionId.nullable(),
  version: z.int(),
  bodies: z.array(z.object({ id: BodyId, slug: z.string(), name: z.string() })),
  groups: z.array(z.object({ id: WorkshopGroupId, name: z.string() })),
  questions: z.array(QuestionJson),
  leaders: z.array(z.object({ id: PersonId, name: z.string() })),
  asked: z
    .object({ questionId: WorkshopQuestionId, roundNo: z.int(), closesAt: Text })
    .nullable()
    .describe("The question that is asked now"),
  devices: z.int().describe("How many have come in"),
});

const stepNames = Object.keys(workshopSteps) as [WorkshopStep, ...WorkshopStep[]];
const Step = z.strictObject({ step: z.enum(stepNames) });
const takes: Readonly<Record<WorkshopStep, typeof openWorkshop>> = {
  open: openWorkshop,
  pause: pauseWorkshop,
  goOn: goOnWithWorkshop,
  close: closeWorkshop,
  openAgain: openWorkshopAgain,
};

/** Workshops: what they are, and what is done while the room is at work. */
export const workshopsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/workshops",
      operationId: "listWorkshops",
      summary: "List the workshops one leads or may read, the latest first",
      request: {
        query: ListQuery.extend({ title: z.string().max(200).optional(), state: WorkshopState.optional() }),
      },
      responses: { 200: json("One page of the workshops", z.object({ workshops: z.array(ListedJson) })) },
    },
    async (c, { query: { title, state, limit, after } }) => {
      const { db, actor, now } = c.var;
      const cursor = WorkshopId.safeParse(after).data;
      const wish = { typed: title, state, after: cursor, limit };
      const list = await workshopsListed(db, actor, dateIn(now()), wish);
      nextLink(c, list.after);
      return c.json({
        workshops: list.workshops.map((each) => ({ ...each, heldOn: each.heldOn?.toString() ?? null })),
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops",
      operationId: "addWorkshop",
      summary: "Begin to prepare a workshop",
      request: { body: body(NewWorkshop) },
      responses: { 201: json("The workshop", z.object({ id: WorkshopId, slug: z.string() })) },
    },
    async (c, { body: words }) => c.json(await addWorkshop(c.var.db, c.var.actor, c.var.now, words), 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/workshops/{slug}",
      operationId: "getWorkshop",
      summary: "Read a workshop with its groups and questions, and what is asked now",
      request: byWorkshop,
      responses: { 200: json("The workshop", WorkshopJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { workshop, groups, questions, bodies, can } = await workshopInside(db, actor, slug, dateIn(now()));
      const [open, coming, leaders] = await Promise.all([
        openRoundOf(db, workshop.id),
        comingIn(db, workshop.id),
        leadersOf(db, workshop.id),
      ]);
      const { id, title, purpose, organisation, heldOn, device, isAnonymous, state, joinCode, version } = workshop;
      return c.json({
        id,
        slug,
        title,
        purpose,
        organisation,
        heldOn: heldOn?.toString() ?? null,
        device,
        isAnonymous,
        state,
        joinCode: can.lead ? joinCode : null,
        screenShows: workshop.screenShows,
        screenQuestion: workshop.screenQuestion,
        version,
        bodies,
        groups,
        questions,
        leaders: can.lead ? leaders : [],
        asked: open ? { ...open, closesAt: open.closesAt?.toString() ?? null } : null,
        devices: coming?.devices ?? 0,
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/workshops/{slug}",
      operationId: "changeWorkshop",
      summary: "Change what a workshop is, from the version one has read",
      request: { ...byWorkshop, body: body(WorkshopChange) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await changeWorkshop(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/steps",
      operationId: "takeWorkshopStep",
      summary: "Open, pause, go on with, close or open again",
      request: { ...byWorkshop, body: body(Step) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: { step } }) => {
      await takes[step](c.var.db, c.var.actor, c.var.now, slug);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/rounds",
      operationId: "putQuestion",
      summary: "Put a question to the room, with a time to answer in or without",
      request: { ...byWorkshop, body: body(PutQuestion) },
      responses: { 201: json("Which time it is put", z.object({ roundNo: z.int() })) },
    },
    async (c, { params: { slug }, body: words }) =>
      c.json(await putQuestion(c.var.db, c.var.actor, c.var.now, slug, words), 201),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/workshops/{slug}/rounds/end",
      operationId: "endRound",
      summary: "End the question that is asked, and show what was answered",
      request: byWorkshop,
      responses: { 204: Nothing },
    },
    async (c, { params: { slug } }) => {
      await endRound(c.var.db, c.var.actor, c.var.now, slug);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/workshops/{slug}/screen",
      operationId: "showOnScreen",
      summary: "Choose what the screen at the front of the room shows",
      request: { ...byWorkshop, body: body(ShownOnScreen) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: words }) => {
      await showOnScreen(c.var.db, c.var.actor, c.var.now, slug, words);
      return c.body(null, 204);
    },
  ),
];
