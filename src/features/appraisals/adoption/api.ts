import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { TakeOver } from "#features/appraisals/adoption/adoption-words.ts";
import { takeOverAppraisal } from "#features/appraisals/adoption/commands.ts";
import { differenceOf } from "#features/appraisals/adoption/difference/queries.ts";
import { AppraisalId, decisions, sources, standings } from "#features/appraisals/appraisal/appraisal.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { voices } from "#features/appraisals/sources/sources.ts";

const bySlug = { params: z.strictObject({ slug: z.string().min(1).max(200) }) };
const Text = z.string().nullable();

const Said = z.object({ standing: z.enum(standings), summary: Text, speaks: z.enum(voices).nullable() });
const DecisionJson = z.object({ decision: z.enum(decisions), decidedOn: z.string() }).nullable();

const DifferenceJson = z.object({
  original: z.object({ slug: z.string(), title: z.string(), organisation: z.string() }),
  sources: z
    .array(
      z.object({
        source: z.enum(sources),
        isSame: z.boolean(),
        theirs: Said,
        ours: Said,
        things: z.array(z.object({ kind: z.string(), name: z.string(), theirs: Text, ours: Text })),
      }),
    )
    .length(3)
    .describe("Always all three, also those that are the same"),
  questions: z.array(z.object({ text: z.string(), theirs: Text, ours: Text })),
  decisions: z.object({ theirs: DecisionJson, ours: DecisionJson }),
});

/** Taking over another organisation's appraisal. */
export const adoptionApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/appraisals/{slug}/take-over",
      operationId: "takeOverAppraisal",
      summary: "Take over an appraisal that another organisation has decided on, as a new one with all three sources",
      request: { ...bySlug, body: body(TakeOver) },
      responses: { 201: json("The new appraisal", z.object({ id: AppraisalId, slug: z.string() })) },
    },
    async (c, { params: { slug }, body: wish }) =>
      c.json(await takeOverAppraisal(c.var.db, c.var.actor, c.var.now, slug, wish), 201),
  ),
  operation(
    "token",
    {
      method: "get",
      path: "/appraisals/{slug}/difference",
      operationId: "getAppraisalDifference",
      summary: "Hold an appraisal against the one it was taken from, as that is now",
      request: bySlug,
      responses: { 200: json("What differs", DifferenceJson) },
    },
    async (c, { params: { slug } }) => {
      const { db, actor, now } = c.var;
      const today = dateIn(now());
      const found = await differenceOf(db, actor, await appraisalInside(db, actor, slug, today), today);
      if (!found) throw new Refusal("not_found", "adoption.nothing_to_compare");
      const { original, theirs, ours } = found;
      const decided = (decision: typeof theirs) =>
        decision && { decision: decision.decision, decidedOn: decision.decidedOn.toString() };
      const said = ({ standing, summary, speaks }: (typeof found.sources)[number]["theirs"]) => ({
        standing,
        summary,
        speaks,
      });
      return c.json({
        original: {
          slug: original.appraisal.slug,
          title: original.appraisal.title,
          organisation: original.appraisal.organisation,
        },
        sources: found.sources.map((each) => ({
          source: each.source,
          isSame: each.isSame,
          theirs: said(each.theirs),
          ours: said(each.ours),
          things: each.things.map(({ thing, ...rest }) => ({ ...thing, ...rest })),
        })),
        questions: found.questions.map((each) => ({
          text: each.text,
          theirs: each.theirs?.text ?? each.theirs?.standing ?? null,
          ours: each.ours?.text ?? each.ours?.standing ?? null,
        })),
        decisions: { theirs: decided(theirs), ours: decided(ours) },
      });
    },
  ),
];
