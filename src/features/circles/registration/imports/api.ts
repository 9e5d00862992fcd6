import { z } from "zod";
import { OneLine } from "#kernel/answers.ts";
import { Refusal } from "#kernel/refusal.ts";
import { ChosenRows } from "#platform/csv/sent-table.ts";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { roundCalled } from "#features/circles/registration/api.ts";
import { importApplications, mapColumns, sendApplications } from "#features/circles/registration/imports/commands.ts";
import { ImportFileId, ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { countsOf, rowDeeds } from "#features/circles/registration/imports/import-plan.ts";
import { importPlan, roundToImportTo } from "#features/circles/registration/imports/queries.ts";

const bySlug = { params: z.object({ slug: z.string().max(200) }) };
const byFile = { params: z.object({ slug: z.string().max(200), importId: ImportFileId }) };
const Deed = z.enum(rowDeeds);

/** Taking in applications from another service's form: send the file, say what its columns mean, look, take in. */
export const applicationImportApi: readonly ApiRoute[] = [
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/imports",
      operationId: "sendApplications",
      summary: "Send a CSV file of applications to be looked through; nothing comes in by it",
      request: {
        ...bySlug,
        body: body(
          z.strictObject({
            name: OneLine(200),
            text: z.string().max(900_000).describe("The CSV file"),
          }),
        ),
      },
      responses: { 201: json("The file that was sent", z.object({ id: z.string() })) },
    },
    async (c, { params: { slug }, body: { name, text } }) => {
      const roundId = await roundCalled(c, slug);
      const file = { name, bytes: new TextEncoder().encode(text) };
      return c.json(await sendApplications(c.var.db, c.var.actor, { roundId, file }, c.var.now), 201);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "get",
      path: "/rounds/{slug}/imports/{importId}",
      operationId: "readApplicationImport",
      summary: "Read what each row of a file would do, as the round is now",
      request: { ...byFile, query: ListQuery.extend({ after: z.coerce.number().int().min(0).optional() }) },
      responses: {
        200: json(
          "The columns, how they are understood, and one page of the rows",
          z.object({
            header: z.array(z.string()),
            mapping: z.record(z.string(), z.unknown()),
            counts: z.record(Deed, z.int()),
            rows: z.array(
              z.object({
                line: z.int(),
                deed: Deed,
                name: z.string(),
                reachedAt: z.string().nullable(),
                problems: z.array(z.object({ path: z.string(), message: z.string() })),
              }),
            ),
          }),
        ),
      },
    },
    async (c, { params: { slug, importId }, query: { limit, after = 0 } }) => {
      const { plan } = await planOf(c, slug, importId);
      const rest = plan.rows.toSorted((a, b) => a.line - b.line).filter(({ line }) => line > after);
      const page = rest.slice(0, limit);
      nextLink(c, rest.length > limit ? String(page.at(-1)?.line) : undefined);
      return c.json({
        header: [...plan.header],
        mapping: plan.file.mapping,
        counts: countsOf(plan.rows),
        rows: page.map(({ line, deed, name, reachedAt, problems }) => ({
          line,
          deed,
          name,
          reachedAt: reachedAt?.toString() ?? null,
          problems: problems.map(({ path, code, values }) => ({ path, message: c.var.t(code, values) })),
        })),
      });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "put",
      path: "/rounds/{slug}/imports/{importId}/columns",
      operationId: "mapColumns",
      summary: "Say how the columns of a file are to be understood",
      request: { ...byFile, body: body(ImportMapping) },
      responses: { 200: json("The file", z.object({ id: z.string() })) },
    },
    async (c, { params: { slug, importId: id }, body: mapping }) => {
      await mapColumns(c.var.db, c.var.actor, { roundId: await roundCalled(c, slug), id, mapping });
      return c.json({ id });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/imports/{importId}/take-in",
      operationId: "importApplications",
      summary: "Take in the right rows of a file, or those of them on chosen lines, all at once",
      request: { ...byFile, body: body(ChosenRows) },
      responses: {
        200: json(
          "How many came in, were merged, had come in before, and are still to be put right",
          z.object({ added: z.int(), merged: z.int(), known: z.int(), wrong: z.int() }),
        ),
      },
    },
    async (c, { params: { slug, importId: id }, body: choice }) => {
      const roundId = await roundCalled(c, slug);
      return c.json(await importApplications(c.var.db, c.var.actor, { roundId, id, choice }, c.var.now));
    },
  ),
];

/** A file as somebody who may take it in sees it; to anybody else it is not there. */
async function planOf(c: ApiContext, slug: string, id: ImportFileId) {
  const found = await roundToImportTo(c.var.db, c.var.actor, slug);
  const plan = found?.can.decide ? await importPlan(c.var.db, found.round, id, c.var.now()) : undefined;
  if (!plan) throw new Refusal("not_found", "registration.import.gone");
  return { plan };
}
