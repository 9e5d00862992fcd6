import { z } from "zod";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { recordDecision, takeBackDecision } from "#features/privacy/decisions/commands.ts";
import { retentionPage } from "#features/privacy/decisions/queries.ts";
import { keptUnits, RetentionDecisionId, RetentionWish } from "#features/privacy/decisions/retention-decision.ts";
import { type DecidedKind, decidedKinds } from "#features/privacy/retention.ts";

const bySlug = z.object({ slug: z.string().max(200) });
const byKind = bySlug.extend({ kind: z.enum(decidedKinds as readonly [DecidedKind, ...DecidedKind[]]) });
const Span = z.object({ count: z.int(), unit: z.enum(keptUnits) });

const Kind = z.object({
  kind: z.string(),
  proposed: Span,
  decision: z
    .object({
      id: RetentionDecisionId,
      kept: Span.nullable().describe("Null where it is decided that it is kept"),
      number: z.string(),
      decidedOn: z.string(),
    })
    .nullable()
    .describe("Null where nothing is decided: then nothing is erased"),
  waiting: z.int().describe("How many would be erased tonight, by the decision or by what is proposed"),
  erased: z.int().describe("How many were erased during the last year"),
});

/** What organisations have decided about how long personal data is kept. */
export const retentionApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/organisations/{slug}/retention",
      operationId: "readRetention",
      summary:
        "Read what an organisation has decided about keeping personal data, and what would be erased. Erases nothing",
      request: { params: bySlug },
      responses: { 200: json("Each kind", z.object({ kinds: z.array(Kind) })) },
    },
    async (c, { params: { slug } }) => {
      const { kinds } = await retentionPage(c.var.db, c.var.actor, slug, c.var.now());
      return c.json({
        kinds: kinds.map(({ decision, ...kind }) => ({
          ...kind,
          decision: decision
            ? {
                id: decision.id,
                kept: decision.kept,
                number: decision.number,
                decidedOn: decision.decidedOn.toString(),
              }
            : null,
        })),
      });
    },
  ),
  operation(
    "retention:decide",
    {
      method: "put",
      path: "/organisations/{slug}/retention/{kind}",
      operationId: "recordRetentionDecision",
      summary:
        "Write down what an organisation has decided about a kind of personal data. It is erased from the next night on",
      request: { params: byKind, body: body(RetentionWish) },
      responses: { 200: json("The decision", z.object({ id: RetentionDecisionId })) },
    },
    async (c, { params: { slug, kind }, body: wish }) => {
      const { db, actor, now } = c.var;
      const { organisation } = await retentionPage(db, actor, slug, now());
      return c.json(await recordDecision(db, actor, now, organisation.id, kind, wish));
    },
  ),
  operation(
    "retention:decide",
    {
      method: "delete",
      path: "/organisations/{slug}/retention/{kind}",
      operationId: "takeBackRetentionDecision",
      summary: "Take back a decision that was written down by mistake. Nothing of that kind is then erased",
      request: { params: byKind },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, kind } }) => {
      const { db, actor, now } = c.var;
      const { organisation } = await retentionPage(db, actor, slug, now());
      await takeBackDecision(db, actor, now, organisation.id, kind);
      return c.body(null, 204);
    },
  ),
];
