import { z } from "zod";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { renewBodyFeed } from "#features/meetings/feed/commands.ts";

/** Feeds of bodies by secret addresses. */
export const bodyFeedApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/feed-address",
      operationId: "renewBodyFeed",
      summary: "Make the secret address of what is new in a body one sits in or keeps",
      answersSecret: true,
      request: { params: z.object({ slug: z.string().max(200) }) },
      responses: {
        201: json(
          "The address",
          z.object({ address: z.string().describe("Shown this once; the one before leads nowhere from now on") }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now, config } = c.var;
      const secret = await renewBodyFeed(db, actor, now, slug);
      return c.json({ address: `${config.baseUrl}/flode/grupp/${secret}.atom` }, 201);
    },
  ),
];
