import type { Context } from "hono";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { removeCost, writeCost } from "#features/circles/report/commands.ts";
import { Cost, CostId } from "#features/circles/report/cost.ts";
import { Costs } from "#features/circles/report/parts/costs.tsx";
import { reportFile, type ReportFileKind, type WrittenReport } from "#features/circles/report/parts/report-files.ts";
import { ReportBody } from "#features/circles/report/parts/report-page.tsx";
import { reportTables } from "#features/circles/report/parts/report-tables.ts";
import {
  type ReportOfRound,
  reportOfRound,
  type ReportOfSeveral,
  reportOfSeveral,
} from "#features/circles/report/queries.ts";
import { filterIn, type ReportFilter } from "#features/circles/report/report-filter.ts";
import type { Room } from "#features/circles/room/queries.ts";
import { RoundTabs } from "#features/circles/round/parts/round-tabs.tsx";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { NumberField, Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** A document takes a tenth of a second to make: enough for everybody, not for a flood. */
const reportsMade = { name: "report.document", perAddress: { times: 20, seconds: 60 } } as const;

const doneWords: Readonly<Record<string, MessageKey>> = {
  sparad: "report.done.written",
  borta: "report.done.removed",
};

/** The way to the report, on the page of the circle, for those who lead it. */
export async function reportInRoom(c: Page, { round, part }: Room) {
  const { t } = c.var;
  return part === "leads" ? (
    <section class="stack">
      <h2>{t("report.in_room")}</h2>
      <p class="muted">{t("report.in_room_text")}</p>
      <p>
        <LinkButton href={`/cirkel/${round.slug}/rapport`} quiet>
          {t("report.to_report")}
        </LinkButton>
      </p>
    </section>
  ) : null;
}

/** The report of a round, with its files and its costs. */
export const roundReportPages = pages("signedIn")
  .get("/cirkel/:slug/rapport", async (c) => {
    const { t } = c.var;
    const found = await reportAsked(c);
    const { round, can } = found;
    const written = writtenRound(c, found);
    const address = `/cirkel/${round.slug}/rapport`;
    const done = doneWords[c.req.query("klart") ?? ""];
    // Those who write costs see them with their buttons, once.
    const tables = written.tables.filter(({ name }) => !can.writeCosts || name !== "cost_rows");
    return c.render(
      <>
        <PageHeading
          kicker={<a href={can.seePlanning ? `/planera/${round.slug}` : `/cirkel/${round.slug}`}>{round.title}</a>}
          heading={t("report.one")}
          lead={written.lead}
        />
        {can.seePlanning ? <RoundTabs t={t} round={round} current="report" /> : null}
        {done ? <Notice t={t} tone="done" heading={t(done)} /> : null}
        <ReportBody t={t} tables={tables} address={address} />
        <Costs t={t} found={found} address={address} />
      </>,
      { title: written.title, current: "/planera" },
    );
  })
  .form("/cirkel/:slug/rapport/kostnad", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round, can, report } = await reportAsked(c);
      if (!can.writeCosts) throw new Refusal("forbidden", "report.planners_write_costs");
      const back = `/cirkel/${round.slug}/rapport`;
      const funders = [
        ...new Set([...report.costs.sources.map(({ funder }) => funder), ...(round.funder ?? "").split("\n")]),
      ];
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={back}>{round.title}</a>}
          heading={t("report.cost_write")}
          lead={t("report.cost_lead")}
          press={t("report.cost_save")}
          back={back}
        >
          <TextField
            t={t}
            filled={filled}
            name="funder"
            label={t("report.funder")}
            help={t("report.funder_help")}
            suggestions={funders.filter((funder) => funder !== "")}
            required
          />
          <TextField
            t={t}
            filled={filled}
            name="purpose"
            label={t("report.purpose")}
            help={t("report.purpose_help")}
            required
          />
          <NumberField t={t} filled={filled} name="amount" label={t("report.amount")} required />
        </FormPage>,
        { title: `${t("report.cost_write")}: ${round.title}`, current: "/planera" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { round } = await reportAsked(c);
      await writeCost(db, actor, now, round.id, checkedForm(Cost, filled));
      return c.redirect(`/cirkel/${round.slug}/rapport?klart=sparad#kostnader`, 303);
    },
  })
  .post("/cirkel/:slug/rapport/kostnad/:cost/bort", async (c) => {
    const { db, actor } = c.var;
    const { round } = await reportAsked(c);
    const id = CostId.safeParse(c.req.param("cost"));
    if (!id.success) throw new Refusal("not_found", "report.no_such_cost");
    await removeCost(db, actor, round.id, id.data);
    return c.redirect(`/cirkel/${round.slug}/rapport?klart=borta#kostnader`, 303);
  })
  .get("/cirkel/:slug/rapport/:file{rapport\\.(?:docx|pdf|xlsx|csv)}", async (c) => {
    const found = await reportAsked(c);
    return fileAnswer(c, writtenRound(c, found), found.round.slug);
  });

/** One report of several rounds, narrowed down by year or series. */
export const severalReportPages = pages("signedIn")
  .get("/planera/rapport", async (c) => {
    const { t } = c.var;
    const filter = filterIn(c.req.query());
    const { found, written } = await severalAsked(c, filter);
    const { choices, cancelled, report } = found;
    const title = t("report.several");
    return c.render(
      <>
        <PageHeading kicker={<a href="/planera">{t("round.mine.title")}</a>} heading={title} lead={written.lead} />
        {choices.series.length > 0 ? <Choices c={c} choices={choices} filter={filter} /> : null}
        {report.rounds.length === 0 ? (
          <EmptyState heading={t("report.none")}>{t("report.none_text")}</EmptyState>
        ) : (
          <>
            <p class="muted">
              {t("report.counted_whole")} {cancelled > 0 ? t("report.cancelled", { count: cancelled }) : null}
            </p>
            <ReportBody t={t} tables={written.tables} address="/planera/rapport" query={queryOf(filter)} />
          </>
        )}
      </>,
      { title, current: "/planera" },
    );
  })
  .get("/planera/rapport/:file{rapport\\.(?:docx|pdf|xlsx|csv)}", async (c) => {
    const { written } = await severalAsked(c, filterIn(c.req.query()));
    return fileAnswer(c, written, "cirklar");
  });

type ChoicesProps = {
  c: Page;
  choices: ReportOfSeveral["choices"];
  filter: ReportFilter;
};

function Choices({ c, choices: { years, series }, filter }: ChoicesProps) {
  const { t } = c.var;
  const any = t("report.all");
  return (
    <Filters t={t} action="/planera/rapport" label={t("report.filter")}>
      <Select
        t={t}
        name="ar"
        label={t("report.year")}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        value={filter.year === undefined ? undefined : String(filter.year)}
        empty={any}
        required
      />
      <Select
        t={t}
        name="serie"
        label={t("report.series")}
        options={series.map(({ slug, name }) => ({ value: slug, label: name }))}
        value={filter.series}
        empty={any}
        required
      />
    </Filters>
  );
}

function queryOf({ year, series }: ReportFilter): string {
  const query = new URLSearchParams();
  if (year !== undefined) query.set("ar", String(year));
  if (series !== undefined) query.set("serie", series);
  return query.size === 0 ? "" : `?${query.toString()}`;
}

function reportAsked(c: Page): Promise<ReportOfRound> {
  return reportOfRound(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
}

function writtenRound({ var: { t } }: Page, found: ReportOfRound): WrittenReport {
  const day = sayDate(t.language, found.today, { weekday: false });
  return {
    title: `${t("report.one")}: ${found.round.title}`,
    lead: t("report.lead", { day }),
    organiser: found.organiser,
    day,
    tables: reportTables(t, found),
  };
}

async function severalAsked(c: Page, filter: ReportFilter) {
  const { t, db, actor, now } = c.var;
  const found = await reportOfSeveral(db, actor, filter, now());
  const day = sayDate(t.language, found.today, { weekday: false });
  const chosen = found.choices.series.find(({ slug }) => slug === filter.series)?.name;
  const written: WrittenReport = {
    title: [t("report.several"), chosen, filter.year].filter(Boolean).join(", "),
    lead: t("report.several_lead", { count: found.report.rounds.length, day }),
    organiser: found.organiser,
    day,
    tables: reportTables(t, found),
  };
  return { found, written };
}

async function fileAnswer(c: Page, written: WrittenReport, name: string): Promise<Response> {
  const kind = (c.req.param("file") ?? "").replace("rapport.", "") as ReportFileKind;
  await c.var.limits.count(reportsMade, { address: networkAddress(c) });
  const { type, bytes } = await reportFile(c.var.t, kind, written);
  return c.body(bytes, 200, {
    "content-type": type,
    "content-disposition": `attachment; filename="rapport-${name}.${kind}"`,
    "cache-control": "no-store",
  });
}
