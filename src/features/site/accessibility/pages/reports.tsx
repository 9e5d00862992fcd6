import type { Context } from "hono";
import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { ReportAnswer, ReportId } from "#features/site/accessibility/accessibility-report.ts";
import { answerReport } from "#features/site/accessibility/commands.ts";
import { type ReportRow, reportOf, reportsPage } from "#features/site/accessibility/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type Page = Context<Environment>;

const Asked = z.object({ efter: ReportId.optional().catch(undefined), klart: z.string().optional() });

/** What has hindered people on the site, and the answers. */
export const reportPages = pages("signedIn")
  .get("/drift/tillganglighet", async (c) => {
    const { t, db, actor, now } = c.var;
    const { efter, klart } = Asked.parse(c.req.query());
    const { rows, next } = await reportsPage(db, actor, { after: efter });
    const today = dateIn(now());
    return c.render(
      <>
        <PageHeading
          kicker={<a href="/drift">{t("site.menu.operations")}</a>}
          heading={t("accessibility.reports.title")}
          lead={t("accessibility.reports.lead")}
        />
        {klart === "svarat" ? <Notice t={t} tone="done" heading={t("accessibility.reports.answered_done")} /> : null}
        {rows.length > 0 ? (
          <Table
            caption={t("accessibility.reports.caption", { count: rows.length })}
            captionHidden
            rows={rows}
            columns={[
              {
                label: t("accessibility.reports.hindrance"),
                head: true,
                cell: ({ id, hindrance }) => <a href={`/drift/tillganglighet/${id}`}>{inShort(hindrance)}</a>,
              },
              {
                label: t("accessibility.reports.page"),
                cell: ({ page }) => <span class="breakable">{page ?? t("accessibility.reports.page_none")}</span>,
              },
              {
                label: t("accessibility.reports.reported"),
                cell: ({ reportedAt }) => sayDate(t.language, dateIn(reportedAt), { today, weekday: false }),
              },
              { label: t("accessibility.reports.state"), cell: (row) => <State t={t} row={row} today={today} /> },
            ]}
          />
        ) : (
          <EmptyState heading={t("accessibility.reports.empty")}>{t("accessibility.reports.empty_text")}</EmptyState>
        )}
        {next === undefined ? null : <Pager t={t} next={`/drift/tillganglighet?efter=${next}`} />}
      </>,
      { title: t("accessibility.reports.title"), current: "/drift" },
    );
  })
  .form("/drift/tillganglighet/:id", {
    draw: drawReport,
    send: async (c, filled) => {
      const answer = checkedForm(ReportAnswer, filled);
      await answerReport(c.var.db, c.var.actor, idOf(c), answer, c.var.now);
      return c.redirect("/drift/tillganglighet?klart=svarat", 303);
    },
  });

function idOf(c: Page): ReportId {
  const id = ReportId.safeParse(c.req.param("id")).data;
  if (!id) throw new Refusal("not_found", "accessibility.reports.unknown");
  return id;
}

function inShort(text: string): string {
  return text.length > 120 ? `${text.slice(0, 117).trimEnd()}…` : text;
}

function State({ t, row, today }: { t: Translate; row: ReportRow; today: Temporal.PlainDate }) {
  if (row.answeredAt) {
    const day = sayDate(t.language, dateIn(row.answeredAt), { today, weekday: false });
    return <Tag>{t("accessibility.reports.answered_on", { day })}</Tag>;
  }
  const day = sayDate(t.language, row.answerBy, { today, weekday: false });
  const late = Temporal.PlainDate.compare(row.answerBy, today) < 0;
  return <Tag tone="open">{t(late ? "accessibility.reports.late" : "accessibility.reports.due", { day })}</Tag>;
}

async function drawReport(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const report = await reportOf(db, actor, idOf(c));
  if (!report) throw new Refusal("not_found", "accessibility.reports.unknown");
  const today = dateIn(now());
  const { answeredAt, answeredBy, answer, email, organisation, page, aid, hindrance, reportedAt } = report;
  const facts: FactItem[] = [
    { term: t("accessibility.reports.page"), value: page ?? t("accessibility.reports.page_none") },
    { term: t("accessibility.reports.concerns"), value: organisation ?? t("accessibility.reports.installation") },
    ...(aid ? [{ term: t("accessibility.reports.aid"), value: aid }] : []),
    { term: t("accessibility.reports.reported"), value: sayMoment(t.language, reportedAt, { today }) },
    { term: t("accessibility.reports.state"), value: <State t={t} row={report} today={today} /> },
    {
      term: t("accessibility.reports.answer_to"),
      value: email ?? t(answeredAt ? "accessibility.reports.address_gone" : "accessibility.reports.address_none"),
    },
  ];
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/drift/tillganglighet">{t("accessibility.reports.title")}</a>}
        heading={t("accessibility.reports.one")}
      />
      <section class="stack">
        <pre class="letter">{hindrance}</pre>
        <Facts wide items={facts} />
      </section>
      {answer !== null && answeredAt ? (
        <section class="stack">
          <h2>{t("accessibility.reports.answer")}</h2>
          <pre class="letter">{answer}</pre>
          <p class="muted">{[answeredBy, sayMoment(t.language, answeredAt, { today })].filter(Boolean).join(dot)}</p>
        </section>
      ) : null}
      {report.can.answer ? (
        <Form t={t} action={c.req.path} filled={filled}>
          <TextArea
            t={t}
            filled={filled}
            name="answer"
            required
            limit={4_000}
            label={t("accessibility.reports.answer")}
            help={t(email ? "accessibility.reports.answer_help_mailed" : "accessibility.reports.answer_help_kept")}
          />
          <FormEnd>
            <Button>{t(email ? "accessibility.reports.press_mail" : "accessibility.reports.press_keep")}</Button>
          </FormEnd>
        </Form>
      ) : null}
    </>,
    { title: t("accessibility.reports.one"), current: "/drift" },
  );
}
