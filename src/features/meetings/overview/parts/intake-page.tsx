import type { Translate } from "#kernel/messages.ts";
import { CommissionTag } from "#features/meetings/commission/parts/commission-tag.tsx";
import type { IntakeRow, UnitLoad } from "#features/meetings/overview/load/queries.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { LinkButton } from "#ui/button.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

type IntakePageProps = {
  t: Translate;
  rows: readonly IntakeRow[];
  units: readonly UnitLoad[];
  today: Temporal.PlainDate;
};

/** What has come in from outside, and how much the units' commissions take of their posts. (R163) */
export function IntakePage({ t, rows, units, today }: IntakePageProps) {
  const unanswered = rows.filter(({ state }) => state === "received" || state === "assessed").length;
  return (
    <>
      <PageHeading
        kicker={<a href="/uppdrag">{t("overview.title")}</a>}
        heading={t("overview.intake")}
        lead={t("overview.intake_lead")}
      >
        <div class="buttons">
          <LinkButton href="/uppdrag/ny">{t("overview.receive")}</LinkButton>
        </div>
      </PageHeading>
      <section>
        <h2>{t("overview.intake_list")}</h2>
        <p>{t("overview.intake_waiting", { count: unanswered })}</p>
        {rows.length === 0 ? (
          <p class="muted">{t("overview.intake_none")}</p>
        ) : (
          <Table caption={t("overview.intake_list")} captionHidden columns={intakeColumns(t, today)} rows={rows} />
        )}
      </section>
      {units.length === 0 ? <p class="muted">{t("overview.load_none")}</p> : null}
      {units.map((unit) => (
        <Load t={t} unit={unit} />
      ))}
    </>
  );
}

/** How much of a unit's posts its commissions take, as a sentence and as bars with the figures beside them. */
function Load({ t, unit }: { t: Translate; unit: UnitLoad }) {
  const format = new Intl.NumberFormat(t.language, { maximumFractionDigits: 2 });
  const taken = unit.accepted + unit.inProgress;
  const words =
    unit.posts === null
      ? t("overview.load_says_no_posts", { taken: format.format(taken) })
      : t("overview.load_says", {
          taken: format.format(taken),
          posts: format.format(unit.posts),
          over: taken > unit.posts ? "yes" : "no",
        });
  return (
    <section>
      <h2>{t("overview.load", { unit: unit.name })}</h2>
      <BalanceBars
        t={t}
        caption={words}
        groups={t("overview.load_groups")}
        counted={t("overview.load_counted")}
        say={(figure) => format.format(figure)}
        bars={[
          ...(unit.posts === null ? [] : [{ label: t("overview.load_posts"), count: unit.posts }]),
          { label: t("overview.load_inProgress"), count: unit.inProgress },
          { label: t("overview.load_accepted"), count: unit.accepted },
          { label: t("overview.load_asked"), count: unit.asked },
        ]}
      />
      {unit.unsized > 0 ? <p class="muted">{t("overview.load_unsized", { count: unit.unsized })}</p> : null}
    </section>
  );
}

function intakeColumns(t: Translate, today: Temporal.PlainDate): readonly Column<IntakeRow>[] {
  return [
    {
      label: t("overview.commission"),
      head: true,
      cell: ({ id, title, reason }) => (
        <>
          <a href={`/uppdrag/${id}`}>{title}</a>
          {reason ? <small class="muted under">{reason}</small> : null}
        </>
      ),
    },
    { label: t("commission.requester"), cell: ({ requester }) => requester },
    { label: t("commission.origin"), cell: ({ origin }) => t(`commission.origin.${origin}`) },
    { label: t("commission.size"), cell: ({ size }) => (size ? t(`commission.size.${size}`) : null) },
    {
      label: t("commission.priority"),
      cell: ({ priority }) => (priority ? t(`commission.priority.${priority}`) : null),
    },
    {
      label: t("overview.received_on"),
      cell: ({ receivedOn }) => (
        <span class="nowrap">{sayDate(t.language, receivedOn, { today, weekday: false })}</span>
      ),
    },
    { label: t("overview.state"), cell: ({ state }) => <CommissionTag t={t} state={state} /> },
  ];
}
