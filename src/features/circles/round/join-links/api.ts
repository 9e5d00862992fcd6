import { type ApiRoute, body, operation } from "#platform/web/api.ts";
import { bySlug, roundCalled } from "#features/circles/round/api.ts";
import { setJoinLink } from "#features/circles/round/join-links/commands.ts";
import { JoinLink } from "#features/circles/round/join-links/join-links.ts";

/** Where digital meetings are joined. Written and never read here: the placed see it on their own pages. */
export const joinLinksApi: readonly ApiRoute[] = [
  operation(
    "circles:manage",
    {
      method: "put",
      path: "/rounds/{slug}/join-link",
      operationId: "setJoinLink",
      summary: "Say where digital meetings are joined; only those with a place are told",
      request: { ...bySlug, body: body(JoinLink) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug }, body: link }) => {
      const { round } = await roundCalled(c, slug);
      await setJoinLink(c.var.db, c.var.actor, round.id, link);
      return c.body(null, 204);
    },
  ),
];
