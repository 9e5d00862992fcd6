import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiContext, type ApiRoute, json, operation } from "#platform/web/api.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import { bySlug } from "#features/circles/round/api.ts";
import { RoundJson, roundJson } from "#features/circles/round/round-json.ts";

const RoomJson = z.object({
  part: z.enum(["leads", "takesPart"]).describe("What whoever asks is to the circle"),
  round: RoundJson,
  participants: z.array(
    z.object({ registrationId: RegistrationId, name: z.string(), workplace: z.string(), employer: z.string() }),
  ),
});

/** Circles from the inside. */
export const roomApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/circles/{slug}",
      operationId: "readCircle",
      summary: "Read a circle that one leads or has a place in: its meetings and who is in it",
      request: bySlug,
      responses: { 200: json("The circle", RoomJson) },
    },
    async (c, { params: { slug } }) => {
      const { part, round, participants } = await roomCalled(c, slug);
      return c.json({
        part,
        round: roundJson(round),
        participants: participants.map(({ personId: _, ...shown }) => shown),
      });
    },
  ),
];

/** The circle an operation is about, from the inside; to those who are not in it, it is not there. */
export async function roomCalled(c: ApiContext, slug: string): Promise<Room> {
  const room = await roomOf(c.var.db, c.var.actor, slug);
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}
