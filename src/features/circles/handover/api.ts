import { z } from "zod";
import { handOver } from "#features/circles/handover/commands.ts";
import { Handover } from "#features/circles/handover/handover.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { bySlug, roundCalled } from "#features/circles/round/api.ts";

/** Rounds handed over. */
export const handoverApi: readonly ApiRoute[] = [
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/handover",
      operationId: "handOverRound",
      summary: "Hand a round over to a colleague with all that is open in it",
      request: { ...bySlug, body: body(Handover) },
      responses: { 200: json("Who leads it now", z.object({ to: z.string() })) },
    },
    async (c, { params: { slug }, body: handover }) => {
      const { round } = await roundCalled(c, slug);
      const { to } = await handOver(c.var.db, c.var.actor, c.var.now, round.id, handover);
      return c.json({ to });
    },
  ),
];
