import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { meetingInside } from "#features/meetings/meeting/queries.ts";
import { beginMinutes, chooseNoteTakers } from "#features/meetings/minutes/commands.ts";
import {
  addToMinutes,
  adjustMinutes,
  askToAdjust,
  finishPart,
  takeBackMinutes,
} from "#features/meetings/minutes/finishing/commands.ts";
import {
  ItemKind,
  type MinutesItem,
  MinutesItemId,
  type MinutesPart,
  MinutesPartId,
  minutesStates,
  type PersonShown,
} from "#features/meetings/minutes/minutes.ts";
import { Finishing, NewAddition, SomePeople } from "#features/meetings/minutes/minutes-words.ts";
import { minutesOf } from "#features/meetings/minutes/queries.ts";

const Slug = z.string().min(1).max(200);
const byMeeting = { params: z.object({ slug: Slug }) };
const byPart = { params: z.object({ slug: Slug, partId: MinutesPartId }) };
const Done = { 204: { description: "Done" } };

const Person = z
  .object({ id: z.string(), name: z.string().nullable(), organisation: z.string().nullable() })
  .describe("Without a name: somebody who represents service users and has not agreed to be named");
const Item = z.object({
  id: MinutesItemId,
  heading: z.string(),
  body: z.string(),
  version: z.int().describe("What a text that is sent is to be based on"),
  kind: ItemKind.nullable(),
  outcome: z.string().nullable(),
  matter: z.object({ slug: z.string(), title: z.string() }).nullable(),
  decidedBy: z.string().nullable().describe("Another body, or somebody else; null: the bodies of the part"),
  decidedOn: z.string().nullable(),
  decidedDay: z.string().nullable().describe("A day without a year, --03-03"),
  reviewOn: z.string().nullable(),
  owner: z.string().nullable(),
  dueOn: z.string().nullable(),
  deliverables: z.array(z.object({ text: z.string(), dueOn: z.string().nullable() })),
  reason: z.string().nullable(),
  parkedUntil: z.string().nullable(),
  parkedEvent: z.string().nullable(),
  referTo: z.string().nullable(),
  outcomeMark: z.string().describe("What is to be sent along when something else is said of what came of it"),
  unsettled: z.int().describe("Texts beside this one that nobody has compared with it yet"),
});
const Part = z.object({
  id: MinutesPartId,
  bodyId: z.string().nullable().describe("Null: the common part of a joint meeting"),
  state: z.enum(minutesStates),
  finishedAt: z.string().nullable(),
  diaryNumber: z.string().nullable(),
  secrecyCheckedAt: z.string().nullable(),
  hadQuorum: z.boolean().nullable(),
  hadMandate: z.boolean().nullable(),
  noteTakers: z.array(Person),
  adjusters: z.array(Person.extend({ adjustedAt: z.string().nullable() })),
  items: z.array(Item),
  additions: z.array(
    z.object({
      id: z.string(),
      itemId: z.string().nullable(),
      text: z.string(),
      writtenBy: Person,
      writtenAt: z.string(),
    }),
  ),
});
const Minutes = z.object({ parts: z.array(Part) });

/** The minutes of meetings as a whole: each operation says and does what a page of theirs does. */
export const minutesApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/minutes",
      operationId: "readMinutes",
      summary: "Read the minutes of a meeting: the parts that are yours to read",
      request: byMeeting,
      responses: { 200: json("The parts", Minutes) },
    },
    async (c, { params }) => c.json(await minutesShown(c, params.slug)),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes",
      operationId: "beginMinutes",
      summary: "Begin the minutes of a meeting from its agenda; begun already, they stay as they are",
      request: byMeeting,
      responses: { 200: json("The parts", Minutes) },
    },
    async (c, { params }) => {
      await beginMinutes(c.var.db, c.var.actor, c.var.now, params.slug);
      return c.json(await partsShown(c, params.slug));
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/minutes/{partId}/note-takers",
      operationId: "chooseNoteTakers",
      summary: "Choose who takes notes, among those who sit",
      request: { ...byPart, body: body(SomePeople) },
      responses: Done,
    },
    async (c, { params, body: people }) => {
      await chooseNoteTakers(c.var.db, c.var.actor, c.var.now, params, people);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes/{partId}/adjusters",
      operationId: "askToAdjust",
      summary: "Lay a part before those who are to say that it is right",
      request: { ...byPart, body: body(SomePeople) },
      responses: Done,
    },
    async (c, { params, body: people }) => {
      await askToAdjust(c.var.db, c.var.actor, c.var.now, params, people);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes/{partId}/adjust",
      operationId: "adjustMinutes",
      summary: "Say that a part is right, as one of those who were asked to",
      request: byPart,
      responses: Done,
    },
    async (c, { params }) => {
      await adjustMinutes(c.var.db, c.var.actor, c.var.now, params);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes/{partId}/take-back",
      operationId: "takeBackMinutes",
      summary: "Take a part back from adjusting, to be written in",
      request: byPart,
      responses: Done,
    },
    async (c, { params }) => {
      await takeBackMinutes(c.var.db, c.var.actor, c.var.now, params);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes/{partId}/finish",
      operationId: "finishMinutes",
      summary: "Say that a part is ready: it is locked, and every matter goes the step that came of it",
      request: { ...byPart, body: body(Finishing) },
      responses: Done,
    },
    async (c, { params, body: said }) => {
      await finishPart(c.var.db, c.var.actor, c.var.now, params, said);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/minutes/{partId}/additions",
      operationId: "addToMinutes",
      summary: "Add to a part that is final, or put it right; the same key is the same addition",
      request: { ...byPart, body: body(NewAddition) },
      responses: Done,
    },
    async (c, { params, body: addition }) => {
      await addToMinutes(c.var.db, c.var.actor, c.var.now, params, addition);
      return c.body(null, 204);
    },
  ),
];

/** The parts that are somebody's to read. Begun, and none of them theirs: they are not there. */
async function minutesShown(c: ApiContext, slug: string) {
  const shown = await partsShown(c, slug);
  if (shown.parts.length === 0) throw new Refusal("not_found", "minutes.no_such_part");
  return shown;
}

async function partsShown(c: ApiContext, slug: string) {
  const inside = await meetingInside(c.var.db, c.var.actor, slug, dateIn(c.var.now()));
  return { parts: (await minutesOf(c.var.db, inside)).map(partShown) };
}

const personShown = ({ id, name, organisation }: PersonShown) => ({ id, name, organisation });
const said = (value: { toString(): string } | null) => value?.toString() ?? null;

function partShown(part: MinutesPart) {
  const { id, bodyId, state, diaryNumber, hadQuorum, hadMandate } = part;
  return {
    id,
    bodyId,
    state,
    finishedAt: said(part.finishedAt),
    diaryNumber,
    secrecyCheckedAt: said(part.secrecyCheckedAt),
    hadQuorum,
    hadMandate,
    noteTakers: part.takers.map(personShown),
    adjusters: part.adjusters.map((person) => ({ ...personShown(person), adjustedAt: said(person.adjustedAt) })),
    items: part.items.map(itemShown),
    additions: part.additions.map((each) => ({
      id: each.id,
      itemId: each.itemId,
      text: each.text,
      writtenBy: personShown(each.writer),
      writtenAt: each.writtenAt.toString(),
    })),
  };
}

function itemShown(item: MinutesItem) {
  const { id, heading, body: text, version, kind, outcome, matter, decidedBy, decidedDay, owner } = item;
  return {
    id,
    heading,
    body: text,
    version,
    kind,
    outcome,
    matter: matter && { slug: matter.slug, title: matter.title },
    decidedBy,
    decidedOn: said(item.decidedOn),
    decidedDay,
    reviewOn: said(item.reviewOn),
    owner,
    dueOn: said(item.dueOn),
    deliverables: item.deliverables.map((each) => ({ text: each.text, dueOn: said(each.dueOn) })),
    reason: item.reason,
    parkedUntil: said(item.parkedUntil),
    parkedEvent: item.parkedEvent,
    referTo: item.referTo,
    outcomeMark: item.outcomeMark,
    unsettled: item.unsettled,
  };
}
