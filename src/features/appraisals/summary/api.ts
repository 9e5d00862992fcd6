import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { Decision, Source } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { SourcesJson, sourcesJson } from "#features/appraisals/sources/parts/sources-json.ts";
import { summaryOf } from "#features/appraisals/summary/queries.ts";

const Text = z.string().nullable();

const SummaryJson = z.object({
  title: z.string(),
  question: Text,
  method: z.string(),
  organisation: z.string(),
  sources: SourcesJson,
  disagreement: Text,
  outweighing: Source.nullable(),
  outweighingMotive: Text,
  openRisks: z
    .array(z.object({ question: z.string(), text: Text, knownBy: Text }))
    .describe("Questions of the checklist that nobody knows the answer to yet"),
  waiting: z.int().describe("How many that are asked nobody has answered at all"),
  decision: z
    .object({
      decision: Decision,
      reason: z.string(),
      decidedOn: z.string(),
      isSoleAuthor: z.boolean(),
      expectedEffect: Text,
      expectedBy: Text,
      measuredHow: Text,
      stopWhen: Text,
      decideAgainOn: Text,
    })
    .nullable(),
});

const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

/** What an appraisal comes to on one page, for a machine: with all three sources, as everywhere. */
export const summaryApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}/summary",
      operationId: "getSummary",
      summary: "Read what an appraisal comes to: the question, all three sources, open risks and the decision",
      request: { params: z.strictObject({ slug: z.string().min(1).max(200) }) },
      responses: { 200: json("The summary", SummaryJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { inside, sources, risks, waiting, decision } = await summaryOf(
        db,
        await appraisalInside(db, actor, slug, dateIn(now())),
      );
      const { title, question, organisation, disagreement, outweighing, outweighingMotive } = inside.appraisal;
      return c.json({
        title,
        question,
        method: inside.method.name,
        organisation,
        sources: sourcesJson(sources),
        disagreement,
        outweighing,
        outweighingMotive,
        openRisks: risks.map(({ knownBy, ...risk }) => ({ ...risk, knownBy: day(knownBy) })),
        waiting,
        decision: decision
          ? {
              decision: decision.decision,
              reason: decision.reason,
              decidedOn: decision.decidedOn.toString(),
              isSoleAuthor: decision.isSoleAuthor,
              expectedEffect: decision.expectedEffect,
              expectedBy: day(decision.expectedBy),
              measuredHow: decision.measuredHow,
              stopWhen: decision.stopWhen,
              decideAgainOn: day(decision.decideAgainOn),
            }
          : null,
      });
    },
  ),
];
