import type { Translate } from "#kernel/messages.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { Session } from "#features/circles/round/round.ts";
import { type Coverage, type CoveredTheme } from "#features/circles/session-plan/theme-coverage.ts";
import { LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { Dots } from "#ui/dots.tsx";
import { DraftSent } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type CircleThemesProps = {
  t: Translate;
  round: Pick<RoundFacts, "slug" | "sessions">;
  covered: readonly CoveredTheme<Session>[];
  mayPlan: boolean;
  today: Temporal.PlainDate;
  /** The draft of the form that was just saved. */
  saved: string | undefined;
};

/** What a circle goes through, and which theme has its meeting: drawn as dots, said as meetings. (R105) */
export function CircleThemes({ t, round, covered, mayPlan, today, saved }: CircleThemesProps) {
  const meetings = round.sessions.filter(({ calledOff }) => !calledOff);
  const taken = covered.filter(({ coverage }) => coverage !== "none").length;
  const columns: readonly Column<CoveredTheme<Session>>[] = [
    { label: t("plan.theme"), head: true, cell: ({ theme }) => theme.name },
    {
      label: t("plan.meetings"),
      cell: ({ sessions }) => (
        <>
          <Dots
            filled={meetings.map((meeting) => sessions.includes(meeting))}
            label={t("plan.dots", { taken: sessions.length, all: meetings.length })}
          />
          {sessions.map((session, index) => (
            <>
              {index > 0 ? dot : null}
              <a href={`/cirkel/${round.slug}/traff/${session.id}`}>{sessionName(t, session, today)}</a>
            </>
          ))}
        </>
      ),
    },
    { label: t("plan.coverage"), cell: ({ coverage }) => <CoverageTag t={t} coverage={coverage} /> },
  ];
  return (
    <section class="stack" id="teman" aria-labelledby="teman-rubrik">
      <h2 id="teman-rubrik">{t("plan.themes")}</h2>
      {saved ? (
        <>
          <DraftSent name={saved} />
          <Notice t={t} tone="done" heading={t("plan.saved")} />
        </>
      ) : null}
      {covered.length > 0 ? (
        <>
          <p class="muted">{t("plan.themes_covered", { covered: taken, all: covered.length })}</p>
          <Table caption={t("plan.themes")} captionHidden columns={columns} rows={covered} />
        </>
      ) : (
        <p class="muted">{t("plan.themes_none")}</p>
      )}
      {mayPlan ? (
        <p>
          <LinkButton href={`/cirkel/${round.slug}/teman`} quiet>
            {t(covered.length > 0 ? "plan.themes_change" : "plan.themes_write")}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}

function CoverageTag({ t, coverage }: { t: Translate; coverage: Coverage }) {
  const tone = { held: "quiet", planned: "plain", none: "open" } as const;
  return <Tag tone={tone[coverage]}>{t(`plan.coverage.${coverage}`)}</Tag>;
}
