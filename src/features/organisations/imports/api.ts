import { z } from "zod";
import { FreeText } from "#kernel/personal-number.ts";
import { Refusal } from "#kernel/refusal.ts";
import { carryOutImport, sendImport, throwAwayImport } from "#features/organisations/imports/commands.ts";
import { countsOf, type RowOutcome, rowOutcomes } from "#features/organisations/imports/import-plan.ts";
import { type ImportId, ImportId as ImportIdSchema } from "#features/organisations/imports/organisation-import.ts";
import { importPlan, importSent } from "#features/organisations/imports/queries.ts";
import { ChosenRows } from "#platform/csv/sent-table.ts";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";

const Counts = z.object(
  Object.fromEntries(rowOutcomes.map((outcome) => [outcome, z.int()])) as Record<RowOutcome, z.ZodInt>,
);
const Row = z.object({
  line: z.int(),
  shown: z.string(),
  beside: z.string(),
  outcome: z.enum(rowOutcomes),
  changes: z.array(z.string()),
  problems: z.array(z.object({ column: z.string(), message: z.string() })),
});
const byId = { params: z.object({ importId: ImportIdSchema }) };

/** Files of organisations and memberships: sent, looked through, taken in. */
export const organisationImportsApi: readonly ApiRoute[] = [
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisation-imports",
      operationId: "sendOrganisationImport",
      summary: "Send a CSV file of organisations or memberships to be looked through; nothing is taken in yet",
      request: {
        body: body(
          z.strictObject({
            name: FreeText(200).min(1),
            text: z.string().max(1_000_000).describe("The CSV file"),
          }),
        ),
      },
      responses: { 201: json("What it would do", z.object({ id: z.string(), counts: Counts })) },
    },
    async (c, { body: { name, text } }) => {
      const bytes = new TextEncoder().encode(text);
      const { id } = await sendImport(c.var.db, c.var.actor, c.var.now, { name, bytes });
      const { rows } = await importPlan(c.var.db, c.var.actor, bytes);
      return c.json({ id, counts: countsOf(rows) }, 201);
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "get",
      path: "/organisation-imports/{importId}/rows",
      operationId: "listOrganisationImportRows",
      summary: "List what each row of a file that was sent would do",
      request: {
        ...byId,
        query: ListQuery.extend({
          after: z.coerce.number().int().min(0).optional().describe("The line of the last row of the page before"),
          outcome: z.enum(rowOutcomes).optional(),
        }),
      },
      responses: {
        200: json(
          "One page of rows",
          z.object({ kind: z.string(), counts: Counts, unread: z.array(z.string()), rows: z.array(Row) }),
        ),
      },
    },
    async (c, { params, query: { after = 0, outcome, limit } }) => {
      const plan = await importPlan(c.var.db, c.var.actor, await contentOf(c, params.importId));
      const wanted = plan.rows.filter((row) => row.line > after && (!outcome || row.outcome === outcome));
      const rows = wanted.slice(0, limit).map(({ deed: _, problems, ...row }) => ({
        ...row,
        problems: problems.map(({ path, code, values }) => ({ column: path, message: c.var.t(code, values) })),
      }));
      nextLink(c, wanted.length > limit ? String(rows.at(-1)?.line) : undefined);
      return c.json({ kind: plan.kind, counts: countsOf(plan.rows), unread: plan.unread, rows });
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "post",
      path: "/organisation-imports/{importId}/carry-out",
      operationId: "carryOutOrganisationImport",
      summary: "Take in all right rows of a file that was sent, or those on some lines",
      request: { ...byId, body: body(ChosenRows) },
      responses: {
        200: json("What was taken in", z.object({ added: z.int(), changed: z.int(), wrong: z.int() })),
      },
    },
    async (c, { params, body: choice }) => c.json(await carryOutImport(c.var.db, c.var.actor, params.importId, choice)),
  ),
  operation(
    "organisations:manage",
    {
      method: "delete",
      path: "/organisation-imports/{importId}",
      operationId: "throwAwayOrganisationImport",
      summary: "Throw away a file that was sent; what was taken in from it stays",
      request: byId,
      responses: { 204: { description: "Done" } },
    },
    async (c, { params }) => {
      await throwAwayImport(c.var.db, c.var.actor, params.importId);
      return c.body(null, 204);
    },
  ),
];

async function contentOf(c: ApiContext, id: ImportId): Promise<Uint8Array> {
  const sent = await importSent(c.var.db, c.var.actor, id);
  if (!sent) throw new Refusal("not_found", "organisations.import.gone");
  return sent.content;
}
