import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { pages } from "#platform/web/pages.ts";
import { programmeComparison } from "#features/circles/round/overview/queries.ts";
import { termName } from "#features/circles/round/parts/section-summary.tsx";
import { StateTag } from "#features/circles/round/parts/round-tabs.tsx";
import { comparedFigures, compareRounds } from "#features/circles/round/round-comparison.ts";
import { PageHeading } from "#ui/page-heading.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type Series = NonNullable<Awaited<ReturnType<typeof programmeComparison>>>;
type Row = Series["rounds"][number];

/** A series: its rounds beside each other, so that what differs between them is seen. */
export const seriesPages = pages("signedIn").get("/planera/serie/:slug", async (c) => {
  const { t, db, actor } = c.var;
  const series = await programmeComparison(db, actor, c.req.param("slug") ?? "");
  if (!series) throw new Refusal("not_found", "round.no_such_round");
  return c.render(
    <>
      <PageHeading
        kicker={series.organiser}
        heading={series.name}
        lead={t("round.series.lead", { count: series.rounds.length })}
      />
      <Table caption={t("round.series.caption")} captionHidden columns={columnsOf(t)} rows={series.rounds} />
      <Differences t={t} rounds={series.rounds} />
    </>,
    { title: series.name, current: "/planera" },
  );
});

function columnsOf(t: Translate): Column<Row>[] {
  return [
    {
      label: t("round.mine.round"),
      head: true,
      cell: ({ slug, title, firstDay, plannedTerm }) => (
        <>
          <a href={`/planera/${slug}`}>{title}</a>
          <br />
          <span class="muted">
            {firstDay ? (
              firstDay.year
            ) : plannedTerm ? (
              termName(t, plannedTerm)
            ) : (
              <Unknown>{t("round.undecided")}</Unknown>
            )}
          </span>
        </>
      ),
    },
    { label: t("round.mine.state"), cell: ({ state }) => <StateTag t={t} state={state} /> },
    ...comparedFigures.map((figure): Column<Row> => ({
      label: t(`round.figure.${figure}`),
      numeric: true,
      cell: (row) => row[figure] ?? <Unknown>{t("round.undecided")}</Unknown>,
    })),
  ];
}

function Differences({ t, rounds }: { t: Translate; rounds: readonly Row[] }) {
  if (rounds.length < 2) return null;
  const differing = compareRounds(rounds).filter(({ differs }) => differs);
  return (
    <p class="muted">
      {differing.length === 0
        ? t("round.series.same")
        : t("round.series.differs", {
            figures: new Intl.ListFormat(t.language === "sv" ? "sv-SE" : "en-GB").format(
              differing.map(({ figure }) => t(`round.figure.${figure}`).toLocaleLowerCase("sv")),
            ),
          })}
    </p>
  );
}
