import type { Translate } from "#kernel/messages.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { beginsSomething, dueOf } from "#features/appraisals/decision/decision.ts";
import { mayWeigh } from "#features/appraisals/decision/decision-policy.ts";
import { SoleAuthorWarning, WholeDecision } from "#features/appraisals/decision/parts/decision-sheet.tsx";
import type { DecisionFacts, OptionsWeighed } from "#features/appraisals/decision/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type DecisionPageProps = {
  t: Translate;
  inside: AppraisalInside;
  decisions: readonly DecisionFacts[];
  weighed: OptionsWeighed;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** The decision: what could be chosen, what was decided and expected, how it went, and what was decided before. */
export function DecisionPage({ t, inside, decisions, weighed, today, done }: DecisionPageProps) {
  const { appraisal, can, decider } = inside;
  const address = `/metodbedomning/${appraisal.slug}/beslut`;
  const [newest, ...earlier] = decisions;
  const isDecided = appraisal.state === "decided" && newest !== undefined;
  const due = newest && isDecided ? dueOf(newest, today) : { outcome: false, again: false };
  const before = isDecided ? earlier : decisions;
  const heading = (decision: DecisionFacts) =>
    t("appraisal_decision.heading", {
      decision: t(`appraisal_decision.choice.${decision.decision}`),
      day: sayDate(t.language, decision.decidedOn, { weekday: false }),
    });
  return (
    <>
      <PageHeading
        kicker={<a href={`/metodbedomning/${appraisal.slug}`}>{appraisal.title}</a>}
        heading={t("appraisal_decision.title")}
        lead={
          isDecided
            ? undefined
            : appraisal.state === "proposed"
              ? t("appraisal_decision.waits_for", { name: decider?.name ?? "" })
              : t("appraisal_decision.none")
        }
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {due.outcome || due.again ? (
        <Notice t={t} tone="warn" heading={t("appraisal_decision.came_back")}>
          <p>{t(due.outcome ? "appraisal_decision.came_back_outcome" : "appraisal_decision.came_back_again")}</p>
        </Notice>
      ) : null}
      {can.decide && !isDecided ? <SoleAuthorWarning t={t} inside={inside} /> : null}
      {newest && isDecided ? (
        <section class="sheet">
          <h2>{heading(newest)}</h2>
          <WholeDecision t={t} decision={newest} today={today} />
        </section>
      ) : null}
      <div class="buttons">
        {newest && isDecided && can.tell && beginsSomething(newest.decision) ? (
          <LinkButton href={`${address}/${newest.decisionNo}/utfall`} quiet={!due.outcome}>
            {t(newest.met ? "appraisal_decision.tell_again" : "appraisal_decision.tell")}
          </LinkButton>
        ) : null}
        {can.decide ? (
          <LinkButton href={`${address}/besluta`} quiet={due.outcome || (isDecided && !due.again)}>
            {t(isDecided ? "appraisal_decision.decide_again" : "appraisal_decision.decide")}
          </LinkButton>
        ) : null}
      </div>
      <section class="stack">
        <h2>{t("appraisal_decision.options")}</h2>
        {weighed.options.length > 0 ? (
          <OptionsTable t={t} weighed={weighed} />
        ) : (
          <p class="muted">{t("appraisal_decision.no_options")}</p>
        )}
        {mayWeigh(inside) ? (
          <p>
            <LinkButton href={`${address}/alternativ`} quiet>
              {t(weighed.options.length > 0 ? "appraisal_decision.change_options" : "appraisal_decision.write_options")}
            </LinkButton>
          </p>
        ) : null}
      </section>
      {before.length > 0 ? (
        <section class="stack">
          <h2>{t("appraisal_decision.earlier")}</h2>
          {before.map((decision) => (
            <Details summary={heading(decision)}>
              <WholeDecision t={t} decision={decision} today={today} />
            </Details>
          ))}
        </section>
      ) : null}
    </>
  );
}

/** The options beside what matters; on a phone one option after the other. What nobody has said of a criterion is a dash. */
export function OptionsTable({ t, weighed }: { t: Translate; weighed: OptionsWeighed }) {
  type Row = OptionsWeighed["options"][number];
  return (
    <Table<Row>
      caption={t("appraisal_decision.options_caption")}
      captionHidden
      columns={[
        { label: t("appraisal_decision.option"), head: true, cell: ({ text }) => text },
        ...weighed.criteria.map((label, at) => ({ label, cell: ({ weighing }: Row) => weighing[at] ?? null })),
      ]}
      rows={weighed.options}
    />
  );
}
