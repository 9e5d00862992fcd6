import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { noteTime, removeNotedTime } from "#features/circles/noted-time/commands.ts";
import { NotedTimeId, purposes, TimeWish } from "#features/circles/noted-time/noted-time.ts";
import { notedBy, plannedTimeOf } from "#features/circles/noted-time/queries.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";

const Known = z.object({ minutes: z.int(), unknown: z.int().describe("How many of them nobody knows the time of") });
const HoursJson = z.object({
  commitment: z.int().nullable().describe("What participants have said yes to, in minutes"),
  minutes: z.int().describe("What is planned and known, in minutes"),
  meetings: Known,
  assignments: Known,
  reading: Known,
  own: z
    .array(
      z.object({
        id: NotedTimeId,
        day: z.iso.date(),
        minutes: z.int(),
        purpose: z.enum(purposes),
        words: z.string().nullable(),
      }),
    )
    .nullable()
    .describe("What whoever asks has noted for themselves; null without a place"),
});

/** The hours of a circle, and the time its participants note for themselves. */
export const hoursApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}/hours",
      operationId: "readHours",
      summary: "Read what a circle asks for in hours, and the time one has noted oneself",
      request: bySlug,
      responses: { 200: json("The hours", HoursJson) },
    },
    async (c, { params: { slug } }) => {
      const { round, own } = await roomCalled(c, slug);
      const [planned, lines] = await Promise.all([
        plannedTimeOf(c.var.db, round),
        own ? notedBy(c.var.db, own.registrationId) : undefined,
      ]);
      const known = ({ minutes, unknown }: { minutes: number; unknown: number }) => ({ minutes, unknown });
      return c.json({
        commitment: planned.commitment,
        minutes: planned.minutes,
        meetings: known(planned.meetings),
        assignments: known(planned.assignments),
        reading: known(planned.reading),
        own: lines?.map(({ day, ...line }) => ({ ...line, day: day.toString() })) ?? null,
      });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/hours",
      operationId: "noteTime",
      summary: "Note time outside the meetings for oneself",
      request: { ...bySlug, body: body(TimeWish) },
      responses: { 201: json("The line", z.object({ id: NotedTimeId })) },
    },
    async (c, { params: { slug }, body: wish }) => {
      const { round } = await roomCalled(c, slug);
      return c.json({ id: await noteTime(c.var.db, c.var.actor, c.var.now, round.id, wish) }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/circles/{slug}/hours/{lineId}",
      operationId: "removeNotedTime",
      summary: "Take away a line of one's own",
      request: { params: bySlug.params.extend({ lineId: NotedTimeId }) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, lineId } }) => {
      const { round } = await roomCalled(c, slug);
      await removeNotedTime(c.var.db, c.var.actor, { roundId: round.id, id: lineId });
      return c.body(null, 204);
    },
  ),
];
