import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { openRounds, publicRound, type PublicRound } from "#features/circles/public/queries.ts";
import { RoundFilter } from "#features/circles/public/round-filter.ts";
import { RoundJson, roundJson } from "#features/circles/round/round-json.ts";

const PublicRoundJson = RoundJson.extend({
  kindName: z.string(),
  organiser: z.object({ name: z.string(), slug: z.string(), county: z.string().nullable() }),
  way: z
    .enum(["open", "waiting", "late", "closed", "cancelled", "over"])
    .describe("What somebody who wants to take part can do"),
  places: z.int(),
  placesLeft: z.int().nullable().describe("Null while a selection is still to be made"),
  waiting: z.int(),
});

/** Rounds as anybody may see them. */
export const publicRoundsApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/rounds",
      operationId: "listOpenRounds",
      summary: "List the rounds that take applications, the one that closes first at the top",
      request: { query: ListQuery.extend(RoundFilter.shape) },
      responses: {
        200: json("One page of the open rounds", z.object({ count: z.int(), rounds: z.array(PublicRoundJson) })),
      },
    },
    async (c, { query: { limit, after, ...filter } }) => {
      const { rounds } = await openRounds(c.var.db, filter, c.var.now());
      const from = after === undefined ? 0 : rounds.findIndex(({ round }) => round.slug === after) + 1;
      const page = rounds.slice(from, from + limit);
      nextLink(c, from + limit < rounds.length ? page.at(-1)?.round.slug : undefined);
      return c.json({ count: rounds.length, rounds: page.map((seen) => told(seen, c.var.t.language)) });
    },
  ),
  operation(
    "open",
    {
      method: "get",
      path: "/rounds/{slug}",
      operationId: "readRound",
      summary: "Read a published round",
      request: { params: z.object({ slug: z.string().max(200) }) },
      responses: { 200: json("The round", PublicRoundJson) },
    },
    async (c, { params: { slug } }) => {
      const seen = await publicRound(c.var.db, slug, c.var.now());
      if (!seen) throw new Refusal("not_found", "round.no_such_round");
      return c.json(told(seen, c.var.t.language));
    },
  ),
];

function told(
  { round, kind, organiser, availability }: PublicRound,
  language: "sv" | "en",
): z.output<typeof PublicRoundJson> {
  const { way, places, left, waiting } = availability;
  return {
    ...roundJson(round),
    kindName: language === "sv" ? kind.nameSv : kind.nameEn,
    organiser: { name: organiser.name, slug: organiser.slug, county: organiser.county },
    way,
    places,
    placesLeft: left ?? null,
    waiting,
  };
}
