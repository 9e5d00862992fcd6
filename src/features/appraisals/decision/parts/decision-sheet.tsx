import type { Translate } from "#kernel/messages.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { isSoleAuthor } from "#features/appraisals/appraisal/appraisal-policy.ts";
import { dueOf } from "#features/appraisals/decision/decision.ts";
import type { DecisionFacts } from "#features/appraisals/decision/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

type SheetProps = {
  t: Translate;
  inside: AppraisalInside;
  decisions: readonly DecisionFacts[];
  today: Temporal.PlainDate;
};

/** What was decided, on the page of the appraisal: the words, what is expected, when it comes back, and the next step. */
export function DecisionInShort({ t, inside, decisions, today }: SheetProps) {
  const { appraisal, can, decider } = inside;
  const address = `/metodbedomning/${appraisal.slug}/beslut`;
  const newest = decisions[0];
  const isDecided = appraisal.state === "decided" && newest !== undefined;
  const due = isDecided ? dueOf(newest, today) : { outcome: false, again: false };
  return (
    <Sheet label={t("appraisal_decision.title")}>
      <h2>{t("appraisal_decision.title")}</h2>
      {isDecided ? (
        <>
          <p>
            <strong>{t(`appraisal_decision.choice.${newest.decision}`)}</strong>
          </p>
          <SoleAuthor t={t} isAlone={newest.isSoleAuthor} />
          <Facts items={factsOf(t, newest, today)} />
        </>
      ) : (
        <p>
          {appraisal.state === "proposed"
            ? t("appraisal_decision.waits_for", { name: decider?.name ?? "" })
            : t("appraisal_decision.none")}
        </p>
      )}
      <div class="buttons">
        {due.outcome && can.tell ? (
          <LinkButton href={`${address}/${newest?.decisionNo}/utfall`} wide>
            {t("appraisal_decision.tell")}
          </LinkButton>
        ) : null}
        {can.decide ? (
          <LinkButton href={`${address}/besluta`} quiet={due.outcome || (isDecided && !due.again)} wide>
            {t(isDecided ? "appraisal_decision.decide_again" : "appraisal_decision.decide")}
          </LinkButton>
        ) : null}
        <LinkButton href={address} quiet={can.decide} plain={!can.decide} wide>
          {t("appraisal_decision.go")}
        </LinkButton>
      </div>
    </Sheet>
  );
}

/** Said of a decision whose decider is the only one who wrote: shown, and no hindrance. */
export function SoleAuthor({ t, isAlone }: { t: Translate; isAlone: boolean }) {
  return isAlone ? (
    <p>
      <Tag tone="open">{t("appraisal_decision.sole_author")}</Tag>
    </p>
  ) : null;
}

/** Warns whoever is about to decide on what nobody else has written. */
export function SoleAuthorWarning({ t, inside }: { t: Translate; inside: AppraisalInside }) {
  const authorIds = inside.authors.map(({ id }) => id);
  if (!isSoleAuthor({ authorIds, deciderId: inside.decider?.id ?? null })) return null;
  return (
    <Notice t={t} tone="warn" heading={t("appraisal_decision.sole_author_warning")}>
      <p>{t("appraisal_decision.sole_author_text")}</p>
    </Notice>
  );
}

/** What a decision says, in the order one asks: what is expected, how it is seen, when it stops and when it comes back. */
export function factsOf(t: Translate, decision: DecisionFacts, today: Temporal.PlainDate) {
  const day = (date: Temporal.PlainDate) => sayDate(t.language, date, { today, weekday: false });
  const { expectedEffect, expectedBy, measuredHow, stopWhen, pilotWhat, pilotWhom, pilotUntil } = decision;
  const { decideAgainOn, decidedBy, decidedOn, met, outcomeOn } = decision;
  const fact = (term: string, value: string | null) => (value === null ? [] : [{ term, value }]);
  return [
    ...fact(t("appraisal_decision.pilotWhat"), pilotWhat),
    ...fact(t("appraisal_decision.pilotWhom"), pilotWhom),
    ...fact(t("appraisal_decision.pilotUntil"), pilotUntil && day(pilotUntil)),
    ...fact(t("appraisal_decision.expectedEffect"), expectedEffect),
    ...fact(t("appraisal_decision.expectedBy"), expectedBy && day(expectedBy)),
    ...fact(t("appraisal_decision.measuredHow"), measuredHow),
    ...fact(t("appraisal_decision.stopWhen"), stopWhen),
    ...(met && outcomeOn
      ? fact(
          t("appraisal_decision.outcome"),
          t("appraisal_decision.met_on", { met: t(`appraisal_decision.met.${met}`), day: day(outcomeOn) }),
        )
      : []),
    ...fact(t("appraisal_decision.decideAgainOn"), decideAgainOn && day(decideAgainOn)),
    {
      term: t("appraisal_decision.decided_by"),
      value: decidedBy ? (
        t("appraisal_decision.by_on", { name: decidedBy, day: day(decidedOn) })
      ) : (
        <Unknown>{day(decidedOn)}</Unknown>
      ),
    },
  ];
}

/** One decision whole: what, why, who was of another mind, and how it went beside what was expected. */
export function WholeDecision({
  t,
  decision,
  today,
}: {
  t: Translate;
  decision: DecisionFacts;
  today: Temporal.PlainDate;
}) {
  const { reason, dissent, saidBack, outcome, met, expectedEffect } = decision;
  return (
    <>
      <SoleAuthor t={t} isAlone={decision.isSoleAuthor} />
      <h3>{t("appraisal_decision.reason")}</h3>
      <Paragraphs text={reason} />
      {dissent ? (
        <>
          <h3>{t("appraisal_decision.dissent")}</h3>
          <Paragraphs text={dissent} />
        </>
      ) : null}
      {saidBack ? (
        <>
          <h3>{t("appraisal_decision.saidBack")}</h3>
          <Paragraphs text={saidBack} />
        </>
      ) : null}
      <Facts items={factsOf(t, decision, today)} wide />
      {outcome && met ? (
        <div class="side-by-side">
          <figure>
            <figcaption>{t("appraisal_decision.expected_then")}</figcaption>
            <blockquote class="as-written">{expectedEffect}</blockquote>
          </figure>
          <figure>
            <figcaption>{t("appraisal_decision.became", { met: t(`appraisal_decision.met.${met}`) })}</figcaption>
            <blockquote class="as-written">{outcome}</blockquote>
          </figure>
        </div>
      ) : null}
    </>
  );
}
