import { z } from "zod";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { renewBodyCalendar, renewBodyFeed } from "#features/meetings/feed/commands.ts";
import { feedAddress } from "#features/meetings/feed/feed-link.ts";

const Address = z.object({ address: z.string().describe("Shown this once; the one before leads nowhere from now on") });
const Which = z.object({ slug: z.string().max(200) });

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
      request: { params: Which },
      responses: { 201: json("The address", Address) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now, config } = c.var;
      return c.json(
        { address: `${config.baseUrl}${feedAddress("news", await renewBodyFeed(db, actor, now, slug))}` },
        201,
      );
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/calendar-address",
      operationId: "renewBodyCalendar",
      summary: "Make the secret address of a calendar with the meetings of a body one sits in",
      answersSecret: true,
      request: { params: Which },
      responses: { 201: json("The address", Address) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now, config } = c.var;
      const secret = await renewBodyCalendar(db, actor, now, slug);
      return c.json({ address: `${config.baseUrl}${feedAddress("calendar", secret)}` }, 201);
    },
  ),
];
