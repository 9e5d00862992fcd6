import { z } from "zod";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { settlePlaces } from "#features/circles/certificate/commands.ts";
import { roomCalled } from "#features/circles/room/api.ts";
import { bySlug } from "#features/circles/round/api.ts";

const SettledJson = z.object({ completed: z.int(), missed: z.int(), unknown: z.int() });

/** What it has come to for those who took part in a circle. */
export const certificateApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/circles/{slug}/settle",
      operationId: "settlePlaces",
      summary: "End the places of a circle that is over: whoever attended has completed it, whoever never came has not",
      request: bySlug,
      responses: { 200: json("How many ended in which way, and how many wait for attendance", SettledJson) },
    },
    async (c, { params: { slug } }) => {
      const { round } = await roomCalled(c, slug);
      return c.json(await settlePlaces(c.var.db, c.var.actor, c.var.now, round.id));
    },
  ),
];
