import type { Translate } from "#kernel/messages.ts";
import { whose } from "#features/circles/proposal/parts/circle-proposals.tsx";
import { StateTag } from "#features/circles/proposal/parts/state-tag.tsx";
import type { Promises } from "#features/circles/session-plan/follow-up/queries.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

type PromisedProps = { t: Translate; slug: string; promises: Promises; today: Temporal.PlainDate };

/** What a circle promised, first on the page of its follow-up. */
export function Promised({ t, slug, promises, today }: PromisedProps) {
  const { proposals, assignments, spread } = promises;
  const isNothing = proposals.length + assignments.length === 0 && spread.target === 0 && spread.reached === 0;
  return (
    <section class="stack" id="lovat" aria-labelledby="lovat-rubrik">
      <h2 id="lovat-rubrik">{t("plan.promised")}</h2>
      <p class="muted">{t(isNothing ? "plan.promised_nothing" : "plan.promised_lead")}</p>
      {proposals.length > 0 ? <Proposals t={t} slug={slug} proposals={proposals} today={today} /> : null}
      {assignments.length > 0 ? <Assignments t={t} slug={slug} assignments={assignments} /> : null}
      {isNothing ? null : <Spread t={t} slug={slug} spread={spread} />}
    </section>
  );
}

type ProposalsProps = Omit<PromisedProps, "promises"> & Pick<Promises, "proposals">;

function Proposals({ t, slug, proposals, today }: ProposalsProps) {
  const day = (date: Temporal.PlainDate) => sayDate(t.language, date, { today });
  const columns: readonly Column<Promises["proposals"][number]>[] = [
    {
      label: t("proposal.one"),
      head: true,
      cell: ({ id, title }) => <a href={`/cirkel/${slug}/forslag/${id}`}>{title}</a>,
    },
    { label: t("proposal.whose"), cell: ({ author, registrationId }) => whose(t, author, registrationId) },
    { label: t("proposal.state"), cell: ({ state }) => <StateTag t={t} state={state} /> },
    {
      label: t("plan.promised.last_word"),
      cell: ({ last, unansweredSince }) => (
        <>
          {last.kind === "same"
            ? t("plan.promised.same", { day: day(last.day) })
            : t("plan.promised.said_on", { state: t(`proposal.state.${last.state}`), day: day(last.day) })}
          {last.kind === "told" && last.reason ? <p class="as-written">{last.reason}</p> : null}
          {unansweredSince ? <p class="muted">{t("plan.promised.no_answer", { day: day(unansweredSince) })}</p> : null}
        </>
      ),
    },
  ];
  return <Table caption={t("plan.promised.proposals")} columns={columns} rows={proposals} />;
}

type AssignmentsProps = Pick<PromisedProps, "t" | "slug"> & Pick<Promises, "assignments">;

function Assignments({ t, slug, assignments }: AssignmentsProps) {
  return (
    <>
      <h3>{t("plan.promised.assignments")}</h3>
      <ul>
        {assignments.map(({ id, title, ownWaits, notHandedIn, notAnswered }) => (
          <li>
            <a href={`/cirkel/${slug}/uppgift/${id}`}>{title}</a>
            {ownWaits ? <p class="muted">{t("plan.promised.own_waits")}</p> : null}
            {notHandedIn > 0 ? <p class="muted">{t("plan.promised.not_handed_in", { count: notHandedIn })}</p> : null}
            {notAnswered > 0 ? <p class="muted">{t("plan.promised.not_answered", { count: notAnswered })}</p> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

function Spread({ t, slug, spread }: Pick<PromisedProps, "t" | "slug"> & Pick<Promises, "spread">) {
  const { reached, target, own, each } = spread;
  const aimed = (each ?? []).flatMap((one) => (one.target === undefined ? [] : [{ ...one, target: one.target }]));
  return (
    <>
      <h3>
        <a href={`/cirkel/${slug}/spridning`}>{t("plan.promised.spread")}</a>
      </h3>
      <p>
        {target > 0
          ? t("plan.promised.spread_all", { reached, target })
          : t("plan.promised.spread_no_target", { reached })}
      </p>
      {own?.target ? <p>{t("plan.promised.spread_own", { target: own.target, reached: own.reached })}</p> : null}
      {aimed.length > 0 ? (
        <BalanceBars
          t={t}
          caption={t("plan.promised.by_person")}
          groups={t("plan.person_name")}
          counted={t("plan.promised.target")}
          chosen={t("plan.promised.reached")}
          bars={aimed.map((one) => ({ label: one.name, count: one.target, chosen: one.reached }))}
        />
      ) : null}
    </>
  );
}
