import { z } from "zod";
import { type ApiRoute, json, operation } from "#platform/web/api.ts";
import { erasuresPage } from "#features/privacy/queries.ts";

const Kind = z.object({
  kind: z.string(),
  days: z.int().describe("How long it is kept"),
  from: z.string().describe("From which moment the days are counted"),
  goesBy: z.enum(["itself", "decision"]).describe("Whether it goes by itself, or once its organisation has decided so"),
  basis: z.string(),
  seenBy: z.array(z.string()),
  leaves: z.string(),
  erased: z.int().describe("How many during the last year"),
  last: z.string().nullable().describe("The last day on which any were erased"),
  coming: z.int().describe("How many within thirty days"),
});

/** What is erased by itself. */
export const privacyApi: readonly ApiRoute[] = [
  operation(
    "audit:read",
    {
      method: "get",
      path: "/erasures",
      operationId: "listErasures",
      summary: "How long each kind of personal data is kept, how much was erased and what comes next",
      responses: {
        200: json("The kinds", z.object({ kinds: z.array(Kind), lastRan: z.string().nullable() })),
      },
    },
    async (c) => {
      const { kinds, lastRan } = await erasuresPage(c.var.db, c.var.actor, c.var.now());
      return c.json({ kinds: kinds.map((kind) => ({ ...kind, last: kind.last ?? null })), lastRan: lastRan ?? null });
    },
  ),
];
