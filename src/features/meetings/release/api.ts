import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { MinutesPartId } from "#features/meetings/minutes/minutes.ts";
import { checkSecrecy } from "#features/meetings/release/commands.ts";
import { releasableParts } from "#features/meetings/release/queries.ts";
import { SecrecyCheck } from "#features/meetings/release/release.ts";

const PartJson = z.object({
  id: z.uuid(),
  title: z.string(),
  bodies: z.array(z.string()),
  day: z.string().nullable(),
  diaryNumber: z.string().nullable(),
  times: z.int().describe("How often it has been gone through to be handed out"),
});

/** Final minutes for those who hand them out. */
export const releaseApi: readonly ApiRoute[] = [
  operation(
    "minutes:release",
    {
      method: "get",
      path: "/minutes/releasable",
      operationId: "listReleasableMinutes",
      summary: "List the final minutes one may hand out, latest first, fifty a page",
      request: {
        query: z.strictObject({
          q: z.string().trim().max(200).default("").describe("Diary number, body, meeting or day"),
          page: z.coerce.number().int().min(1).max(1_000).default(1),
        }),
      },
      responses: { 200: json("The parts", z.object({ all: z.int(), parts: z.array(PartJson) })) },
    },
    async (c, { query }) => {
      const { all, parts } = await releasableParts(c.var.db, c.var.actor, query);
      return c.json({
        all,
        parts: parts.map(({ id, title, bodies, day, diaryNumber, times }) => ({
          id,
          title,
          bodies,
          day: day?.toString() ?? null,
          diaryNumber,
          times,
        })),
      });
    },
  ),
  operation(
    "minutes:release",
    {
      method: "post",
      path: "/minutes/{partId}/releases",
      operationId: "checkSecrecy",
      summary: "Say that a part of final minutes has been gone through for secrecy, and what is covered",
      request: { params: z.object({ partId: MinutesPartId }), body: body(SecrecyCheck) },
      responses: { 201: json("The check", z.object({ id: z.uuid() })) },
    },
    async (c, { params: { partId }, body: wish }) =>
      c.json({ id: await checkSecrecy(c.var.db, c.var.actor, c.var.now, partId, wish) }, 201),
  ),
];
