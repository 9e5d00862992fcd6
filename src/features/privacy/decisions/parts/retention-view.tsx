import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Decision, RetentionPage } from "#features/privacy/decisions/queries.ts";
import { sayKeptFor } from "#features/privacy/parts/kept.tsx";
import { isRetentionKind, retention } from "#features/privacy/retention.ts";
import { LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type ViewProps = {
  t: Translate;
  page: RetentionPage;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** What an organisation has decided about each kind of personal data, what would go tonight and what has gone. */
export function RetentionView({ t, page, today, done }: ViewProps) {
  const { organisation, kinds, runs, earlier, can } = page;
  const at = `/organisationer/${organisation.slug}`;
  const day = (date: Temporal.PlainDate) => sayDate(t.language, date, { today, weekday: false });
  return (
    <>
      <PageHeading
        kicker={<a href={at}>{organisation.name}</a>}
        heading={t("retention.title", { organisation: organisation.name })}
        lead={t("retention.lead")}
      />
      {done ? (
        <Notice t={t} tone="done">
          {done}
        </Notice>
      ) : null}
      <Table
        caption={t("retention.caption")}
        captionHidden
        rows={kinds}
        columns={[
          {
            label: t("retention.kind"),
            head: true,
            cell: ({ kind }) => <a href={`/personuppgifter#${kind}`}>{t(`privacy.kind.${kind}`)}</a>,
          },
          {
            label: t("retention.decision"),
            cell: ({ kind, decision, proposed }) =>
              decision ? (
                <>
                  {sayDecided(t, decision)}
                  <br />
                  <small>
                    {t("retention.number_and_day", { number: decision.number, day: day(decision.decidedOn) })}
                  </small>
                </>
              ) : (
                <>
                  <strong>{t("retention.missing")}</strong>
                  <br />
                  <small>{t("retention.proposed", { kept: sayKeptFor(t, proposed, retention[kind].from) })}</small>
                </>
              ),
          },
          { label: t("retention.waiting"), numeric: true, cell: ({ waiting }) => waiting },
          { label: t("retention.erased"), numeric: true, cell: ({ erased }) => erased },
          ...(can.decide
            ? [
                {
                  label: t("retention.doing"),
                  labelHidden: true,
                  cell: ({ kind, decision }: RetentionPage["kinds"][number]) => (
                    <LinkButton href={`${at}/gallring/${kind}`} quiet small>
                      {decision ? t("retention.change") : t("retention.write")}
                      <span class="sr-only">: {t(`privacy.kind.${kind}`)}</span>
                    </LinkButton>
                  ),
                },
              ]
            : []),
        ]}
      />
      {runs.length > 0 ? (
        <section class="stack">
          <h2>{t("retention.runs")}</h2>
          <p>{t("retention.runs_text")}</p>
          <Table
            caption={t("retention.runs_caption")}
            captionHidden
            rows={runs}
            columns={[
              { label: t("retention.day"), head: true, cell: (run) => day(run.day) },
              { label: t("retention.kind"), cell: ({ kind }) => sayKind(t, kind) },
              { label: t("retention.count"), numeric: true, cell: ({ erased }) => erased },
            ]}
          />
        </section>
      ) : null}
      {earlier.length > 0 ? (
        <section class="stack">
          <h2>{t("retention.earlier")}</h2>
          <Table
            caption={t("retention.earlier_caption")}
            captionHidden
            rows={earlier}
            columns={[
              { label: t("retention.kind"), head: true, cell: ({ kind }) => sayKind(t, kind) },
              {
                label: t("retention.decision"),
                cell: (decision) => `${sayDecided(t, decision)}${dot}${decision.number}`,
              },
              {
                label: t("retention.held"),
                cell: ({ recordedAt, endedAt }) =>
                  endedAt
                    ? t("retention.held_until", { from: day(dateIn(recordedAt)), to: day(dateIn(endedAt)) })
                    : null,
              },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}

/** What was decided: "2 år efter att cirkeln är slut", or that it is kept. */
export function sayDecided(t: Translate, { kind, kept }: Pick<Decision, "kind" | "kept">): string {
  return kept ? sayKeptFor(t, kept, retention[kind].from) : t("retention.kept_always");
}

function sayKind(t: Translate, kind: string): string {
  return isRetentionKind(kind) ? t(`privacy.kind.${kind}`) : kind;
}
