import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { roundCalled } from "#features/circles/registration/api.ts";
import { sectors } from "#features/circles/registration/registration.ts";
import { decideSelection, sendNotices } from "#features/circles/registration/selection/commands.ts";
import { selectionPage } from "#features/circles/registration/selection/queries.ts";
import { outcomes } from "#features/circles/registration/selection/selection-balance.ts";
import { SelectionDecisions } from "#features/circles/registration/selection/selection-decisions.ts";

const bySlug = { params: z.object({ slug: z.string().max(200) }) };
const Outcome = z.enum(outcomes);
const Shares = z.array(z.object({ value: z.string(), applied: z.int(), placed: z.int() }));
const Candidate = z.object({
  id: z.string(),
  queueNo: z.int(),
  name: z.string(),
  workplace: z.string(),
  employer: z.string(),
  municipality: z.string(),
  sector: z.enum(sectors),
  profession: z.string(),
  motivation: z.string().nullable(),
  late: z.boolean(),
  outcome: Outcome.nullable(),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
});
const Selection = z.object({
  seats: z.int(),
  applied: z.int(),
  placed: z.int(),
  undecided: z.int(),
  hindrance: z.string().nullable().describe("Why the notices cannot be sent yet"),
  balance: z.object({ municipality: Shares, sector: Shares, profession: Shares }),
  candidates: z.array(Candidate),
});

/** Choosing among all who applied. */
export const selectionApi: readonly ApiRoute[] = [
  operation(
    "circles:read",
    {
      method: "get",
      path: "/rounds/{slug}/selection",
      operationId: "readSelection",
      summary: "Read the candidates of a selection, what is decided, and how the choice spreads",
      request: bySlug,
      responses: { 200: json("The selection", Selection) },
    },
    async (c, { params: { slug } }) => {
      const found = await selectionPage(c.var.db, c.var.actor, slug, c.var.now());
      if (!found) throw new Refusal("not_found", "registration.no_such_round");
      const { candidates, hindrance, balance } = found;
      const { shares, seats, applied, placed, undecided } = balance;
      return c.json({
        seats,
        applied,
        placed,
        undecided,
        hindrance: hindrance ? c.var.t(hindrance.code, "values" in hindrance ? hindrance.values : {}) : null,
        balance: shares,
        candidates: candidates.map((candidate) => {
          const { id, queueNo, name, workplace, employer, municipality, sector, profession, motivation, late } =
            candidate;
          const { outcome = null, reason, decidedBy } = candidate;
          return {
            id,
            queueNo,
            name,
            workplace,
            employer,
            municipality,
            sector,
            profession,
            motivation,
            late,
            outcome,
            reason,
            decidedBy,
          };
        }),
      });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/selection/decisions",
      operationId: "decideSelection",
      summary: "Write down decisions of a selection, each with its reason; nobody is told before the notices",
      request: { ...bySlug, body: body(SelectionDecisions) },
      responses: { 200: json("How many decisions were written down", z.object({ decided: z.int() })) },
    },
    async (c, { params: { slug }, body: { decisions } }) => {
      await decideSelection(c.var.db, c.var.actor, await roundCalled(c, slug), decisions, c.var.now);
      return c.json({ decided: decisions.length });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/selection/notices",
      operationId: "sendNotices",
      summary: "Give everyone who has applied their answer at the same time, on the notice date at the earliest",
      request: bySlug,
      responses: {
        200: json("How many got which answer", z.object({ place: z.int(), wait: z.int(), decline: z.int() })),
      },
    },
    async (c, { params: { slug } }) =>
      c.json(await sendNotices(c.var.db, c.var.actor, await roundCalled(c, slug), c.var.now)),
  ),
];
