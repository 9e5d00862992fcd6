import type { Translate } from "#kernel/messages.ts";
import { perspectiveName, roleAndPlace } from "#features/circles/session-plan/parts/contributor-words.ts";
import type { PlanTimes, TimedItem } from "#features/circles/session-plan/plan-times.ts";
import type { Contributor, Theme } from "#features/circles/session-plan/session-plan.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { DraftSent } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayTime } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag, Tags } from "#ui/tag.tsx";

type SessionPlanProps = {
  t: Translate;
  /** The page of the meeting. */
  address: string;
  themes: readonly Theme[];
  times: PlanTimes;
  contributors: readonly Contributor[];
  mayPlan: boolean;
  /** The draft of the form that was just saved. */
  saved: string | undefined;
};

/** How a meeting is planned: what it takes up, what is done when, and who contributes. */
export function SessionPlanShown(props: SessionPlanProps) {
  const { t, address, themes, times, contributors, mayPlan, saved } = props;
  const { timed } = times;
  return (
    <section class="stack" id="upplagg" aria-labelledby="upplagg-rubrik">
      <h2 id="upplagg-rubrik">{t("plan.title")}</h2>
      {saved ? (
        <>
          <DraftSent name={saved} />
          <Notice t={t} tone="done" heading={t("plan.saved")} />
        </>
      ) : null}
      {themes.length > 0 ? (
        <Tags>
          {themes.map(({ name }) => (
            <Tag>{name}</Tag>
          ))}
        </Tags>
      ) : null}
      {timed.length > 0 ? <Course t={t} times={times} mayPlan={mayPlan} /> : null}
      {timed.length === 0 && mayPlan ? <p class="muted">{t("plan.none")}</p> : null}
      {contributors.length > 0 ? <Contributors t={t} contributors={contributors} /> : null}
      {mayPlan ? (
        <Buttons>
          <LinkButton href={`${address}/upplagg`} quiet>
            {t(timed.length > 0 ? "plan.plan_change" : "plan.plan_session")}
          </LinkButton>
          <LinkButton href={`${address}/medverkande`} plain>
            {t(contributors.length > 0 ? "plan.contributors_change" : "plan.contributors_name")}
          </LinkButton>
        </Buttons>
      ) : null}
    </section>
  );
}

function Course({ t, times: { timed, left }, mayPlan }: Pick<SessionPlanProps, "t" | "times" | "mayPlan">) {
  const columns: readonly Column<TimedItem>[] = [
    {
      label: t("plan.heading"),
      head: true,
      cell: ({ item }) => item.heading,
    },
    {
      label: t("plan.when"),
      cell: ({ item, at }) =>
        [at ? sayTime(t.language, at) : null, item.minutes ? t("plan.length", { minutes: item.minutes }) : null]
          .filter(Boolean)
          .join(", ") || undefined,
    },
    {
      label: t("plan.text"),
      cell: ({ item }) => (item.text ? <span class="as-written">{item.text}</span> : undefined),
    },
  ];
  return (
    <>
      <Table caption={t("plan.title")} captionHidden columns={columns} rows={timed} />
      {mayPlan && left !== undefined && left < 0 ? (
        <Notice t={t} tone="warn">
          {t("plan.over", { minutes: -left })}
        </Notice>
      ) : null}
      {mayPlan && left !== undefined && left > 0 ? <p class="muted">{t("plan.left", { minutes: left })}</p> : null}
    </>
  );
}

function Contributors({ t, contributors }: Pick<SessionPlanProps, "t" | "contributors">) {
  return (
    <>
      <h3>{t("plan.contributors")}</h3>
      <ul>
        {contributors.map((contributor) => (
          <li>
            {contributor.name}
            {roleAndPlace(contributor) ? <span class="muted">, {roleAndPlace(contributor)}</span> : null}{" "}
            <Tag tone="quiet">{perspectiveName(t, contributor)}</Tag>
          </li>
        ))}
      </ul>
    </>
  );
}
