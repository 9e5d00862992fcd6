import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import type { AgendaEntry, Because } from "#features/meetings/agenda/agenda.ts";
import { mayOpenMatter } from "#features/meetings/agenda/agenda-policy.ts";
import { ItemWish, Later, NewItem, Order } from "#features/meetings/agenda/agenda-wish.ts";
import {
  addItem,
  changeItem,
  moveToLater,
  orderAgenda,
  removeItem,
} from "#features/meetings/agenda/arranging/commands.ts";
import { agendaOf, laterMeetings, postponedFrom } from "#features/meetings/agenda/queries.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { MatterId, MatterState } from "#features/meetings/matter/matter.ts";
import { bySlug, meetingCalled, meetingToPlan } from "#features/meetings/meeting/api.ts";
import { AgendaItemId, agendaReasons, MeetingId } from "#features/meetings/meeting/meeting.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";

const byEntry = {
  params: bySlug.params.extend({
    entryId: z.uuid().describe("An entry's own id, or its matter's for what is not yet written down"),
  }),
};
const Done = { 204: { description: "Done" } };
const Text = z.string().nullable();

const because = [
  "parkedUntil",
  "eventCame",
  "parkedLong",
  "continued",
  "commissionDue",
  "commissionWithoutDay",
  "commissionReported",
  "commissionDeclined",
  "commissionOver",
  "referred",
  "review",
  "raised",
] as const satisfies readonly Because["why"][];

const EntryJson = z.object({
  id: AgendaItemId.nullable().describe("Null: it comes back by itself and is not yet written down"),
  bodyId: BodyId.nullable().describe("Whose part; null is the common part of a joint meeting"),
  title: z.string(),
  text: Text,
  comesFrom: z.enum(agendaReasons),
  because: z
    .object({
      why: z.enum(because),
      day: Text.describe("The day it is told by: due, parked until, or since when"),
      event: Text,
      from: Text.describe("The body that referred it"),
    })
    .nullable()
    .describe("What brought it back; null for what somebody put there"),
  matter: z.object({ id: MatterId, state: MatterState, slug: Text.describe("Null: one may not open it") }).nullable(),
  minutes: z.int().nullable(),
  presenter: Text,
  position: z.int(),
});

function entryJson({ bodies }: MeetingInside, entry: AgendaEntry): z.output<typeof EntryJson> {
  const { matter, because: told } = entry;
  return {
    ...entry,
    because: told && becauseJson(told),
    matter: matter && {
      id: matter.id,
      state: matter.state,
      slug: mayOpenMatter(bodies, matter.concerns) ? matter.slug : null,
    },
  };
}

function becauseJson(told: Because) {
  const day = "day" in told ? told.day : "since" in told ? told.since : null;
  return {
    why: told.why,
    day: day?.toString() ?? null,
    event: "event" in told ? told.event : null,
    from: "from" in told ? told.from : null,
  };
}

/** What a meeting is to talk about: read by those inside it, arranged by whoever plans it. */
export const agendaApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/agenda",
      operationId: "readAgenda",
      summary: "Read a meeting's agenda in order: in each part first what must come back, then what was added",
      request: bySlug,
      responses: {
        200: json(
          "The agenda",
          z.object({
            entries: z.array(EntryJson),
            postponed: z.array(z.string()).describe("What was put off to whichever meeting comes next"),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const inside = await meetingCalled(c, slug);
      const [entries, postponed] = await Promise.all([
        agendaOf(c.var.db, inside),
        postponedFrom(c.var.db, inside.meeting.id),
      ]);
      return c.json({ entries: entries.map((entry) => entryJson(inside, entry)), postponed });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/agenda",
      operationId: "addAgendaItem",
      summary: "Add something to talk about, in the common part or a body's own",
      request: { ...bySlug, body: body(NewItem) },
      responses: { 201: json("The entry", z.object({ id: AgendaItemId })) },
    },
    async (c, { params: { slug }, body: item }) =>
      c.json({ id: await addItem(c.var.db, c.var.actor, c.var.now, slug, item) }, 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/agenda",
      operationId: "orderAgenda",
      summary: "Put the entries in another order; what is left out goes last",
      request: { ...bySlug, body: body(Order) },
      responses: Done,
    },
    async (c, { params: { slug }, body: order }) => {
      await orderAgenda(c.var.db, c.var.actor, c.var.now, slug, order);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/meetings/{slug}/agenda/{entryId}",
      operationId: "changeAgendaItem",
      summary: "Say something else about an entry; what came back by itself is written down first",
      request: { ...byEntry, body: body(ItemWish) },
      responses: Done,
    },
    async (c, { params: { slug, entryId }, body: item }) => {
      await changeItem(c.var.db, c.var.actor, c.var.now, { slug, entry: entryId }, item);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/meetings/{slug}/agenda/{entryId}",
      operationId: "removeAgendaItem",
      summary: "Take away something that was added; a matter is moved to later instead",
      request: byEntry,
      responses: Done,
    },
    async (c, { params: { slug, entryId } }) => {
      await removeItem(c.var.db, c.var.actor, c.var.now, { slug, entry: entryId });
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/{slug}/later",
      operationId: "listLaterMeetings",
      summary: "List the meetings that an entry may be moved to, the nearest first; for whoever plans",
      request: bySlug,
      responses: {
        200: json(
          "The meetings",
          z.object({ meetings: z.array(z.object({ id: MeetingId, title: z.string(), day: z.string() })) }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const later = await laterMeetings(c.var.db, await meetingToPlan(c, slug));
      return c.json({ meetings: later.map(({ id, title, day }) => ({ id, title, day: day.toString() })) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/meetings/{slug}/agenda/{entryId}/later",
      operationId: "moveAgendaItem",
      summary: "Move an entry to a later meeting, or with `next` to whichever comes next; nothing is lost between",
      request: { ...byEntry, body: body(Later) },
      responses: Done,
    },
    async (c, { params: { slug, entryId }, body: later }) => {
      await moveToLater(c.var.db, c.var.actor, c.var.now, { slug, entry: entryId }, later);
      return c.body(null, 204);
    },
  ),
];
