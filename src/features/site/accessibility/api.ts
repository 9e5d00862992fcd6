import { z } from "zod";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { Hindrance, ReportAnswer, ReportId } from "#features/site/accessibility/accessibility-report.ts";
import { answerReport, reportHindrance } from "#features/site/accessibility/commands.ts";
import { reportsPage } from "#features/site/accessibility/queries.ts";
import { reports } from "#features/site/accessibility/report-limits.ts";

const Report = z.object({
  id: ReportId,
  organisationId: z.string().nullable().describe("null: the installation as a whole"),
  organisation: z.string().nullable(),
  page: z.string().nullable(),
  hindrance: z.string(),
  aid: z.string().nullable(),
  email: z.string().nullable().describe("null: none was left, or it has been erased"),
  reportedAt: z.string(),
  answerBy: z.string(),
  answer: z.string().nullable(),
  answeredAt: z.string().nullable(),
  answeredBy: z.string().nullable(),
});

/** What hinders people on the site, told and answered. */
export const accessibilityApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "post",
      path: "/accessibility-reports",
      operationId: "reportHindrance",
      summary: "Tell what hindered somebody on the site",
      request: { body: body(Hindrance) },
      responses: { 201: json("When it is answered at the latest", z.object({ id: ReportId, answerBy: z.string() })) },
    },
    async (c, { body: told }) => {
      const { db, actor, t, now, limits } = c.var;
      await limits.count(reports, { address: networkAddress(c) });
      const { id, answerBy } = await reportHindrance(db, actor, told, t.language, now);
      return c.json({ id, answerBy: answerBy.toString() }, 201);
    },
  ),
  operation(
    "instance:administer",
    {
      method: "get",
      path: "/accessibility-reports",
      operationId: "listAccessibilityReports",
      summary: "List what has hindered people on the site, latest first",
      request: {
        query: ListQuery.extend({ after: ReportId.optional(), state: z.enum(["open", "answered"]).optional() }),
      },
      responses: { 200: json("One page of reports", z.object({ reports: z.array(Report) })) },
    },
    async (c, { query }) => {
      const { rows, next } = await reportsPage(c.var.db, c.var.actor, query);
      nextLink(c, next);
      return c.json({ reports: rows });
    },
  ),
  operation(
    "instance:administer",
    {
      method: "post",
      path: "/accessibility-reports/{reportId}/answer",
      operationId: "answerAccessibilityReport",
      summary: "Answer what hindered somebody, and close it",
      request: { params: z.object({ reportId: ReportId }), body: body(ReportAnswer) },
      responses: { 204: { description: "Whoever left an address gets it by mail" } },
    },
    async (c, { params: { reportId }, body: answer }) => {
      await answerReport(c.var.db, c.var.actor, reportId, answer, c.var.now);
      return c.body(null, 204);
    },
  ),
];
