import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { BodyId, BodyKind } from "#features/meetings/body/body.ts";
import { BodyChange, Charter, NewBody, quorumCounts, Rest, Restart } from "#features/meetings/body/charter.ts";
import { addBody, changeBody, restartBody, restBody, writeCharter } from "#features/meetings/body/commands.ts";
import { membersOfBody } from "#features/meetings/body/members/queries.ts";
import { bodyCalled, tasksOf } from "#features/meetings/body/queries.ts";
import { bodiesListed } from "#features/meetings/body/register/queries.ts";
import { bodyRelations } from "#features/meetings/body/relations/queries.ts";
import { memberJson, memberOf, membersApi } from "#features/meetings/body/members/api.ts";
import { seatJson, seatOf, seatsApi } from "#features/meetings/body/seats/api.ts";
import { seatsOf } from "#features/meetings/body/seats/queries.ts";

const bySlug = { params: z.object({ slug: z.string().max(200) }) };
const Nothing = { description: "Done" };
const Text = z.string().nullable();

const ListedJson = z.object({
  id: BodyId,
  kind: BodyKind,
  name: z.string(),
  slug: z.string(),
  organisation: z.string().describe("Who keeps it"),
  isOwn: z.boolean().describe("Whether whoever asks sits in it"),
  dormantSince: Text,
  seats: z.number().int(),
  filled: z.number().int().describe("Seats somebody sits in today"),
  members: z.number().int(),
});

const BodyJson = z.object({
  id: BodyId,
  kind: BodyKind,
  name: z.string(),
  slug: z.string(),
  organisation: z.string(),
  purpose: Text,
  mandate: Text.describe("What it may decide; null: what it agrees on is a position"),
  quorumOf: z.enum(quorumCounts).nullable(),
  quorumCount: z.number().int().nullable(),
  quorumPercent: z.number().int().nullable(),
  substituteRule: Text,
  isAdjusted: z.boolean(),
  hasDiary: z.boolean(),
  checksSecrecy: z.boolean(),
  dormantSince: Text,
  version: z.number().int(),
  tasks: z.array(
    z.object({ text: z.string(), goal: Text, isOpen: z.boolean().describe("A question that is not settled") }),
  ),
  seats: z.array(seatJson),
  members: z.array(memberJson),
});

const RelationJson = z.object({
  kind: z.enum(["shares", "refers"]),
  from: z.string().describe("Slug of a body"),
  to: z.string().describe("Slug of a body"),
  count: z.number().int().describe("People who sit in both, or matters referred"),
});

/** The body an operation is about. */
export async function bodyAsked(c: ApiContext, { slug }: { slug: string }) {
  return bodyCalled(c.var.db, c.var.actor, slug, dateIn(c.var.now()));
}

/** Networks, councils and steering groups, their charters, seats and members. */
export const bodiesApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/bodies",
      operationId: "listBodies",
      summary: "List networks, councils and steering groups by name",
      request: {
        query: ListQuery.extend({
          name: z.string().max(200).optional(),
          kind: BodyKind.optional(),
          keptBy: OrganisationId.optional(),
        }),
      },
      responses: { 200: json("One page of the bodies", z.object({ bodies: z.array(ListedJson) })) },
    },
    async (c, { query: { name: typed, after, ...wish } }) => {
      const from = BodyId.safeParse(after).data;
      const today = dateIn(c.var.now());
      const list = await bodiesListed(c.var.db, c.var.actor, today, { ...wish, typed, after: from });
      nextLink(c, list.after);
      const bodies = list.bodies.map((each) => ({ ...each, dormantSince: each.dormantSince?.toString() ?? null }));
      return c.json({ bodies });
    },
  ),
  operation(
    "bodies:manage",
    {
      method: "post",
      path: "/bodies",
      operationId: "addBody",
      summary: "Begin a network, a council, a steering group or a network of heads",
      request: { body: body(NewBody) },
      responses: { 201: json("The body", z.object({ id: BodyId, slug: z.string() })) },
    },
    async (c, { body: said }) => c.json(await addBody(c.var.db, c.var.actor, c.var.now, said), 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/bodies/relations",
      operationId: "listBodyRelations",
      summary: "List how bodies hang together: by people in both, or by matters referred",
      request: { query: z.strictObject({ keptBy: OrganisationId.optional() }) },
      responses: { 200: json("The relations", z.object({ relations: z.array(RelationJson) })) },
    },
    async (c, { query: { keptBy } }) => {
      const { bodies, relations } = await bodyRelations(c.var.db, dateIn(c.var.now()), keptBy);
      const slugs = new Map(bodies.map(({ id, slug }) => [id, slug]));
      return c.json({
        relations: relations.map(({ kind, from, to, count }) => {
          return { kind, from: slugs.get(from) ?? "", to: slugs.get(to) ?? "", count };
        }),
      });
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/bodies/{slug}",
      operationId: "readBody",
      summary: "Read a body: its charter, its seats with who sits in them, and its members",
      request: bySlug,
      responses: { 200: json("The body", BodyJson) },
    },
    async (c, { params }) => {
      const { standing: _, organisationId: __, dormantSince, ...said } = await bodyAsked(c, params);
      const { db, actor } = c.var;
      const [tasks, seats, members] = await Promise.all([
        tasksOf(db, said.id),
        seatsOf(db, actor, said.id),
        membersOfBody(db, said.id),
      ]);
      return c.json({
        ...said,
        dormantSince: dormantSince?.toString() ?? null,
        tasks,
        seats: seats.map(seatOf),
        members: members.map(memberOf),
      });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/bodies/{slug}",
      operationId: "changeBody",
      summary: "Change what a body says of itself, from the version one has read",
      request: { ...bySlug, body: body(BodyChange) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: said }) => {
      const { id } = await bodyAsked(c, params);
      await changeBody(c.var.db, c.var.actor, c.var.now, id, said);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/bodies/{slug}/charter",
      operationId: "writeCharter",
      summary: "Write the tasks of a body, from the version one has read",
      request: { ...bySlug, body: body(Charter) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: said }) => {
      const { id } = await bodyAsked(c, params);
      await writeCharter(c.var.db, c.var.actor, c.var.now, id, said);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/rest",
      operationId: "restBody",
      summary: "Let a body rest from a day on",
      request: { ...bySlug, body: body(Rest) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: said }) => {
      const { id } = await bodyAsked(c, params);
      await restBody(c.var.db, c.var.actor, c.var.now, id, said);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/restart",
      operationId: "restartBody",
      summary: "Start a body that has rested",
      request: { ...bySlug, body: body(Restart) },
      responses: { 204: Nothing },
    },
    async (c, { params, body: said }) => {
      const { id } = await bodyAsked(c, params);
      await restartBody(c.var.db, c.var.actor, c.var.now, id, said);
      return c.body(null, 204);
    },
  ),
  ...seatsApi,
  ...membersApi,
];
