import { z } from "zod";
import { knowLeader } from "#features/circles/round/known-leaders/commands.ts";
import { KnownLeader, LeaderId } from "#features/circles/round/known-leaders/known-leader.ts";
import { leadersToKnow } from "#features/circles/round/known-leaders/queries.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const Leader = z.object({
  id: z.string(),
  name: z.string().describe("As it is written in the round"),
  round: z.string(),
  people: z.array(z.object({ id: z.string(), name: z.string(), email: z.string().nullable() })),
});

/** Leaders who were only written by name, and who they may be. */
export const knownLeadersApi: readonly ApiRoute[] = [
  operation(
    "people:manage",
    {
      method: "get",
      path: "/leaders/unknown",
      operationId: "listUnknownLeaders",
      summary: "List leaders who were only written by name and who may be somebody known",
      responses: { 200: json("The leaders", z.object({ leaders: z.array(Leader) })) },
    },
    async (c) => {
      const leaders = await leadersToKnow(c.var.db, c.var.actor);
      return c.json({
        leaders: leaders.map(({ id, name, slug, people }) => ({ id, name, round: slug, people: [...people] })),
      });
    },
  ),
  operation(
    "people:manage",
    {
      method: "post",
      path: "/leaders/{leaderId}/person",
      operationId: "knowLeader",
      summary: "Say who a leader is that was only written by name; without a person: none of those who look alike",
      request: { params: z.object({ leaderId: LeaderId }), body: body(KnownLeader) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params, body: known }) => {
      await knowLeader(c.var.db, c.var.actor, params.leaderId, known);
      return c.body(null, 204);
    },
  ),
];
