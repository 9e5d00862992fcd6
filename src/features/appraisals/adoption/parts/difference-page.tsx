import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { SourceCompared, ThingCompared } from "#features/appraisals/adoption/difference.ts";
import type { Difference } from "#features/appraisals/adoption/difference/queries.ts";
import type { AnswerFacts } from "#features/appraisals/answers/queries.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import type { DecisionFacts } from "#features/appraisals/decision/queries.ts";
import { headlineOf } from "#features/appraisals/sources/parts/source-sayings.ts";
import type { AnySource } from "#features/appraisals/sources/sources.ts";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

type DifferencePageProps = { t: Translate; inside: AppraisalInside; difference: Difference };

/** An appraisal beside the one it was taken from, as that is now: all three sources, the answers, the decisions. */
export function DifferencePage({ t, inside, difference }: DifferencePageProps) {
  const { original, sources, questions, theirs, ours } = difference;
  const whose = original.appraisal.organisation;
  const labels = { theirs: whose, ours: inside.appraisal.organisation };
  return (
    <>
      <PageHeading
        kicker={<a href={`/metodbedomning/${inside.appraisal.slug}`}>{inside.appraisal.title}</a>}
        heading={t("adoption.difference")}
        lead={t("adoption.difference_lead", { organisation: whose })}
      />
      {sources.map((compared) => (
        <Source t={t} compared={compared} labels={labels} />
      ))}
      <section class="stack">
        <h2>{t("adoption.answers")}</h2>
        {questions.length === 0 ? (
          <p class="muted">{t("adoption.no_answers")}</p>
        ) : (
          <Table
            caption={t("adoption.answers")}
            captionHidden
            columns={[
              { label: t("adoption.question"), head: true, cell: ({ text }) => text },
              { label: labels.theirs, cell: (row) => answerSaid(t, row.theirs) },
              { label: labels.ours, cell: (row) => answerSaid(t, row.ours) },
            ]}
            rows={questions}
          />
        )}
      </section>
      <section class="stack">
        <h2>{t("appraisal_decision.title")}</h2>
        <SideBySide labels={labels} theirs={decisionSaid(t, theirs)} ours={decisionSaid(t, ours)} />
      </section>
    </>
  );
}

type Labels = { readonly theirs: string; readonly ours: string };

function Source({ t, compared, labels }: { t: Translate; compared: SourceCompared; labels: Labels }) {
  const { source, isSame, things } = compared;
  return (
    <section class="stack">
      <h2>{t(`source.${source}`)}</h2>
      <p class="tags">
        <Tag tone={isSame ? "quiet" : "open"}>{t(isSame ? "adoption.same" : "adoption.differs")}</Tag>
      </p>
      <SideBySide labels={labels} theirs={sourceSaid(t, compared.theirs)} ours={sourceSaid(t, compared.ours)} />
      {things.length > 0 ? (
        <Table
          caption={t("adoption.things")}
          captionHidden
          columns={[
            { label: t("adoption.thing"), head: true, cell: (row) => nameOf(t, row) },
            { label: labels.theirs, cell: (row) => saidOf(t, row, row.theirs) },
            { label: labels.ours, cell: (row) => saidOf(t, row, row.ours) },
          ]}
          rows={things}
        />
      ) : null}
    </section>
  );
}

function SideBySide({ labels, theirs, ours }: { labels: Labels; theirs: Child; ours: Child }) {
  return (
    <div class="side-by-side">
      <figure>
        <figcaption>{labels.theirs}</figcaption>
        {theirs}
      </figure>
      <figure>
        <figcaption>{labels.ours}</figcaption>
        {ours}
      </figure>
    </div>
  );
}

function sourceSaid(t: Translate, source: AnySource): Child {
  const { standing, speaks, summary } = source;
  return (
    <>
      <p>
        <strong>{headlineOf(t, source)}</strong>
        {standing === "found" && speaks ? ` ${t(`source.voice.${speaks}`)}.` : null}
      </p>
      {summary ? <p>{summary}</p> : null}
    </>
  );
}

function nameOf(t: Translate, { thing }: ThingCompared): string {
  return thing.kind === "criterion" ? t(`source.criterion.${thing.name}`) : thing.name;
}

function saidOf(t: Translate, { thing }: ThingCompared, says: string | null): Child {
  if (says === null) return <Unknown>{t("adoption.not_there")}</Unknown>;
  const key =
    thing.kind === "outcome"
      ? `source.headline.level.${says}`
      : thing.kind === "criterion"
        ? `source.score.${says}`
        : `source.participation.${says}`;
  return t.knows(key) ? t(key) : says;
}

function answerSaid(t: Translate, answer: AnswerFacts | null): Child {
  if (answer === null) return <Unknown>{t("appraisal_answer.standing.waiting")}</Unknown>;
  if (answer.text === null) return t(`appraisal_answer.standing.${answer.standing}`);
  return answer.standing === "answered"
    ? answer.text
    : `${t(`appraisal_answer.standing.${answer.standing}`)}. ${answer.text}`;
}

function decisionSaid(t: Translate, decision: DecisionFacts | null): Child {
  if (decision === null) return <p>{t("appraisal_decision.none")}</p>;
  return (
    <>
      <p>
        <strong>{t(`appraisal_decision.choice.${decision.decision}`)}</strong>,{" "}
        {sayDate(t.language, decision.decidedOn, { weekday: false })}
      </p>
      <p>{decision.reason}</p>
      {decision.met ? <p>{t("adoption.became", { met: t(`appraisal_decision.met.${decision.met}`) })}</p> : null}
    </>
  );
}
