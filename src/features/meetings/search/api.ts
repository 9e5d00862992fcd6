import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { BodyId } from "#features/meetings/body/body.ts";
import { searchMeetings } from "#features/meetings/search/queries.ts";
import { foundKinds, marks } from "#features/meetings/search/search.ts";

const FoundJson = z.object({
  kind: z.enum(foundKinds),
  id: z.uuid(),
  title: z.string(),
  excerpt: z.string(),
  day: z.string().nullable().describe("Null: the notes do not say when they met"),
  meeting: z.string().nullable(),
  slug: z.string().describe("Of the meeting, or of the matter"),
  bodies: z.array(z.string()),
  isWorking: z.boolean(),
});

/** Searching what has been said in networks and councils. */
export const meetingSearchApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/meetings/search",
      operationId: "searchMeetings",
      summary: "Search minutes and matters that one may read, latest first, twenty a page",
      request: {
        query: z.strictObject({
          q: z.string().trim().min(1).max(200),
          body: BodyId.optional(),
          page: z.coerce.number().int().min(1).max(500).default(1),
        }),
      },
      responses: { 200: json("What was found", z.object({ all: z.int(), found: z.array(FoundJson) })) },
    },
    async (c, { query: { q, body, page } }) => {
      const today = dateIn(c.var.now());
      const { found, all } = await searchMeetings(c.var.db, c.var.actor, today, { q, bodyId: body, page });
      return c.json({
        all,
        found: found.map(({ partId: _part, isInside: _inside, day, excerpt, ...rest }) => ({
          ...rest,
          day: day?.toString() ?? null,
          excerpt: excerpt.replaceAll(marks.from, "").replaceAll(marks.to, ""),
        })),
      });
    },
  ),
];
