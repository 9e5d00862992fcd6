import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { decisions as decisionWords } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { decide, tellOutcome } from "#features/appraisals/decision/commands.ts";
import { DecisionId, mets } from "#features/appraisals/decision/decision.ts";
import { DecisionWish, OptionsWish, OutcomeTold } from "#features/appraisals/decision/decision-words.ts";
import { type DecisionFacts, decisionsOf, optionsOf } from "#features/appraisals/decision/queries.ts";
import { writeOptions } from "#features/appraisals/decision/weighing/commands.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const byNumber = { params: bySlug.params.extend({ decisionNo: z.coerce.number().int().min(1).max(10_000) }) };
const Text = z.string().nullable();
const Nothing = { description: "Done" };

const DecisionJson = z.object({
  decisionNo: z.int(),
  decision: z.enum(decisionWords),
  reason: z.string(),
  dissent: Text,
  saidBack: Text.describe("What those who gave their views are told"),
  decidedBy: Text,
  decidedOn: z.string(),
  isSoleAuthor: z.boolean().describe("Whoever decided is the only one who wrote"),
  expectedEffect: Text,
  expectedBy: Text,
  measuredHow: Text,
  stopWhen: Text,
  pilotWhat: Text,
  pilotWhom: Text,
  pilotUntil: Text,
  decideAgainOn: Text,
  outcome: Text,
  met: z.enum(mets).nullable(),
  outcomeOn: Text,
  outcomeBy: Text,
});

const WeighedJson = z.object({
  criteria: z.array(z.string()),
  options: z.array(z.object({ text: z.string(), weighing: z.array(Text) })),
});

const day = (date: Temporal.PlainDate | null) => date?.toString() ?? null;

function decisionJson({ id: _, decidedById: __, ...decision }: DecisionFacts): z.output<typeof DecisionJson> {
  return {
    ...decision,
    decidedOn: decision.decidedOn.toString(),
    expectedBy: day(decision.expectedBy),
    pilotUntil: day(decision.pilotUntil),
    decideAgainOn: day(decision.decideAgainOn),
    outcomeOn: day(decision.outcomeOn),
  };
}

/** What is decided about a method, what could have been, and how it went. */
export const decisionsApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}/decisions",
      operationId: "listAppraisalDecisions",
      summary: "Read what was decided about a method, the newest first, and what it was chosen among",
      request: bySlug,
      responses: {
        200: json("The decisions", z.object({ decisions: z.array(DecisionJson), weighed: WeighedJson })),
      },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const { appraisal } = await appraisalInside(db, actor, slug, dateIn(now()));
      const [decided, { criteria, options }] = await Promise.all([
        decisionsOf(db, appraisal.id),
        optionsOf(db, appraisal.id),
      ]);
      const weighed = {
        criteria: [...criteria],
        options: options.map(({ text, weighing }) => ({ text, weighing: [...weighing] })),
      };
      return c.json({ decisions: decided.map(decisionJson), weighed });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/decisions",
      operationId: "decideAppraisal",
      summary: "Decide about a method; what begins says what is expected, by when, how it is measured and when to stop",
      request: { ...bySlug, body: body(DecisionWish) },
      responses: { 201: json("The decision", z.object({ id: DecisionId, decisionNo: z.int() })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await decide(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/decisions/{decisionNo}/outcome",
      operationId: "tellDecisionOutcome",
      summary: "Tell how it went beside what was expected",
      request: { ...byNumber, body: body(OutcomeTold) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, decisionNo }, body: told }) => {
      await tellOutcome(c.var.db, c.var.actor, c.var.now, slug, decisionNo, told);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/appraisals/{slug}/options",
      operationId: "writeAppraisalOptions",
      summary:
        "Set out what could be chosen, held against what matters, from the version of the appraisal one has read",
      request: { ...bySlug, body: body(OptionsWish) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: wish }) => {
      await writeOptions(c.var.db, c.var.actor, c.var.now, slug, wish);
      return c.body(null, 204);
    },
  ),
];
