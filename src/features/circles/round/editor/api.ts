import { z } from "zod";
import { type ApiRoute, body, operation } from "#platform/web/api.ts";
import { bySlug, roundCalled } from "#features/circles/round/api.ts";
import { editRound, planTerm } from "#features/circles/round/editor/commands.ts";
import {
  Audience,
  Basics,
  Frame,
  People,
  Questions,
  type SectionAnswers,
  Story,
  Term,
  WayIn,
} from "#features/circles/round/round-sections.ts";

type Written = SectionAnswers["section"];

/** What each section is called in an address, and the check of its answers. */
const sections: readonly (readonly [section: Written, path: string, schema: z.ZodType, summary: string])[] = [
  ["basics", "basics", Basics, "Write what a round is called and what it is about"],
  ["story", "story", Story, "Write why a round is held and what is to come of it"],
  ["questions", "questions", Questions, "Write a round's guiding questions, by source of knowledge"],
  ["people", "people", People, "Write who leads a round and whom to ask"],
  ["audience", "audience", Audience, "Write whom a round is for: requirements and recommendations"],
  ["frame", "frame", Frame, "Write a round's places, hours, cost and what applicants are asked"],
  ["wayIn", "way-in", WayIn, "Write how places are given, the last day and what managers are asked"],
];

const Mark = z.strictObject({
  mark: z
    .string()
    .max(40)
    .optional()
    .describe("The section's mark when it was read: the write is refused if somebody has changed it since"),
});

/** Writing what a round says, one section at a time. */
export const roundSectionsApi: readonly ApiRoute[] = [
  ...sections.map(([section, path, schema, summary]) =>
    operation(
      "circles:manage",
      {
        method: "put",
        path: `/rounds/{slug}/${path}`,
        operationId: `writeRound${path[0]?.toUpperCase()}${path.slice(1).replace("-i", "I")}`,
        summary,
        request: { ...bySlug, query: Mark, body: body(schema) },
        responses: { 204: { description: "Written" } },
      },
      async (c, { params: { slug }, query: { mark }, body: answers }) => {
        const { round } = await roundCalled(c, slug);
        await editRound(
          c.var.db,
          c.var.actor,
          c.var.now,
          round.id,
          { section, ...(answers as object) } as SectionAnswers,
          mark,
        );
        return c.body(null, 204);
      },
    ),
  ),
  operation(
    "circles:manage",
    {
      method: "put",
      path: "/rounds/{slug}/term",
      operationId: "planTerm",
      summary: "Say which term a round is planned for while it has no dates",
      request: { ...bySlug, body: body(Term) },
      responses: { 204: { description: "Written" } },
    },
    async (c, { params: { slug }, body: { plannedTerm } }) => {
      const { round } = await roundCalled(c, slug);
      await planTerm(c.var.db, c.var.actor, round.id, plannedTerm);
      return c.body(null, 204);
    },
  ),
];
