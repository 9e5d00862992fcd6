import { z } from "zod";
import { type ApiRoute, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { bySlug, roundCalled } from "#features/circles/round/api.ts";
import { roundsOf } from "#features/circles/round/overview/queries.ts";
import { sections } from "#features/circles/round/round-sections.ts";
import { roundStates } from "#features/circles/round/round.ts";
import { RoundJson, roundJson } from "#features/circles/round/round-json.ts";
import { sectionMark } from "#features/circles/round/section-values.ts";

const Numbers = z.object({
  applied: z.int(),
  placed: z.int(),
  seated: z.int(),
  waiting: z.int(),
  unconfirmed: z.int(),
});
const Remark = z.object({ code: z.string(), section: z.enum(sections) });
const Listed = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  state: z.enum(roundStates),
  organiser: z.string(),
  numbers: Numbers,
  missing: z.int().describe("How many things are missing before a draft can be published"),
});

/** Rounds as those who plan them see them. */
export const plannedRoundsApi: readonly ApiRoute[] = [
  operation(
    "circles:read",
    {
      method: "get",
      path: "/planned-rounds",
      operationId: "listPlannedRounds",
      summary: "List the rounds somebody plans or may look into, drafts too",
      request: { query: ListQuery },
      responses: { 200: json("The rounds, those in work first", z.object({ rounds: z.array(Listed) })) },
    },
    async (c, { query: { limit, after } }) => {
      const all = await roundsOf(c.var.db, c.var.actor, c.var.now());
      const from = after === undefined ? 0 : all.findIndex(({ slug }) => slug === after) + 1;
      const page = all.slice(from, from + limit);
      nextLink(c, from + limit < all.length ? page.at(-1)?.slug : undefined);
      return c.json({
        rounds: page.map(({ id, slug, title, state, organiser, numbers: { roundId: _, ...numbers }, missing }) => ({
          id,
          slug,
          title,
          state,
          organiser,
          numbers,
          missing: state === "draft" ? missing.length : 0,
        })),
      });
    },
  ),
  operation(
    "circles:read",
    {
      method: "get",
      path: "/planned-rounds/{slug}",
      operationId: "readPlannedRound",
      summary: "Read a round from the inside: what it says, what it lacks, and how many have applied",
      request: bySlug,
      responses: {
        200: json(
          "The round",
          RoundJson.extend({
            numbers: Numbers,
            missing: z.array(Remark),
            toDecide: z.array(Remark),
            odd: z.array(Remark),
            marks: z.record(z.string(), z.string()).describe("The mark of each section, for writing it back"),
            extensions: z.array(
              z.object({
                from: z.string().nullable(),
                to: z.string().nullable(),
                openUntilFull: z.boolean(),
                reason: z.string(),
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params: { slug } }) => {
      const { round, numbers, readiness, extensions } = await roundCalled(c, slug);
      const bare = (remarks: readonly { code: string; section: string }[]) =>
        remarks.map(({ code, section }) => ({ code, section }));
      const { roundId: _, ...counted } = numbers;
      return c.json({
        ...roundJson(round),
        numbers: counted,
        missing: bare(readiness.missing),
        toDecide: bare(readiness.toDecide),
        odd: bare(readiness.odd),
        marks: Object.fromEntries(sections.map((section) => [section, sectionMark(round, section)])),
        extensions: extensions.map(({ from, to, openUntilFull, reason }) => ({
          from: from?.toString() ?? null,
          to: to?.toString() ?? null,
          openUntilFull,
          reason,
        })),
      });
    },
  ),
];
