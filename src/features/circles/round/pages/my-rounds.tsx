import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { pages } from "#platform/web/pages.ts";
import { type ListedRound, programmesOf, roundsOf } from "#features/circles/round/overview/queries.ts";
import { termName } from "#features/circles/round/parts/section-summary.tsx";
import { StateTag } from "#features/circles/round/parts/round-tabs.tsx";
import { LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

/** The rounds somebody plans, or may look into. */
export const myRoundsPages = pages("signedIn").get("/planera", async (c) => {
  const { t, db, actor } = c.var;
  const now = c.var.now();
  const [rounds, programmes] = await Promise.all([roundsOf(db, actor, now), programmesOf(db, actor)]);
  const done = { kastad: t("round.done.discarded"), overlamnad: t("handover.done_all") }[c.req.query("klart") ?? ""];
  return c.render(
    <>
      <PageHeading heading={t("round.mine.title")} lead={t("round.mine.lead", { count: rounds.length })} />
      {done ? (
        <Notice t={t} tone="done">
          {done}
        </Notice>
      ) : null}
      <MyRounds t={t} rounds={rounds} today={dateIn(now)} mayStart={actor.reach.has("circles:manage")} />
      {rounds.some(({ state }) => state !== "draft") ? (
        <p>
          <a href="/planera/rapport">{t("report.several")}</a>
        </p>
      ) : null}
      {programmes.length > 0 ? (
        <section class="stack">
          <h2>{t("round.mine.series")}</h2>
          <ul>
            {programmes.map(({ slug, name }) => (
              <li>
                <a href={`/planera/serie/${slug}`}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>,
    { title: t("round.mine.title"), current: "/planera" },
  );
});

type MyRoundsProps = { t: Translate; rounds: readonly ListedRound[]; today: Temporal.PlainDate; mayStart: boolean };

function MyRounds({ t, rounds, today, mayStart }: MyRoundsProps) {
  const start = mayStart ? <LinkButton href="/planera/ny">{t("round.new.start")}</LinkButton> : undefined;
  if (rounds.length === 0) {
    return (
      <EmptyState heading={t("round.mine.none")} action={start}>
        {t("round.mine.none_text")}
      </EmptyState>
    );
  }
  return (
    <>
      {start ? <p>{start}</p> : null}
      <Table caption={t("round.mine.title")} captionHidden columns={columnsOf(t, today)} rows={rounds} />
    </>
  );
}

function columnsOf(t: Translate, today: Temporal.PlainDate): Column<ListedRound>[] {
  return [
    {
      label: t("round.mine.round"),
      head: true,
      cell: ({ slug, title, kind, organiser }) => (
        <>
          <a href={`/planera/${slug}`}>{title}</a>
          <br />
          <span class="muted">
            {t.language === "sv" ? kind.nameSv : kind.nameEn}
            {dot}
            {organiser}
          </span>
        </>
      ),
    },
    { label: t("round.mine.state"), cell: ({ state }) => <StateTag t={t} state={state} /> },
    {
      label: t("round.mine.first"),
      cell: ({ sessions, plannedTerm }) => {
        const first = sessions.find(({ date, calledOff }) => date && !calledOff)?.date;
        if (first) return sayDate(t.language, first, { today });
        return plannedTerm ? termName(t, plannedTerm) : <Unknown>{t("round.undecided")}</Unknown>;
      },
    },
    {
      label: t("round.mine.applied"),
      numeric: true,
      cell: ({ state, numbers }) => (state === "draft" ? "" : numbers.applied),
    },
    {
      label: t("round.mine.places"),
      numeric: true,
      cell: ({ state, hardCapacity, numbers }) =>
        state === "draft" ? "" : t("round.taken_of", { taken: numbers.seated, seats: hardCapacity ?? 0 }),
    },
    {
      label: t("round.mine.lacks"),
      cell: ({ state, missing }) =>
        state === "draft" && missing.length > 0 ? t("round.lacks", { count: missing.length }) : "",
    },
  ];
}
