import type { Translate } from "#kernel/messages.ts";
import { SourcesPicture } from "#features/appraisals/sources/parts/source-drawing.tsx";
import { agreementWords } from "#features/appraisals/sources/parts/source-sayings.ts";
import {
  decisionFacts,
  riskWords,
  sourceInShort,
  summaryFacts,
  weighingFacts,
} from "#features/appraisals/summary/parts/summary-sayings.ts";
import type { Summary } from "#features/appraisals/summary/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";

type SummaryPageProps = { t: Translate; summary: Summary; address: string };

/** The same page as in its files, with the three sources as a picture beside their table. */
export function SummaryPage({ t, summary, address }: SummaryPageProps) {
  const { inside, sources, risks, waiting, decision } = summary;
  const { appraisal } = inside;
  const weighing = weighingFacts(t, summary);
  return (
    <>
      <PageHeading
        kicker={<a href={address}>{appraisal.title}</a>}
        heading={t("summary.one")}
        lead={t("summary.lead")}
      />
      <Buttons>
        <LinkButton href={`${address}/sammanfattning/sammanfattning.docx`} download>
          {t("summary.word")}
        </LinkButton>
        <LinkButton href={`${address}/sammanfattning/sammanfattning.pdf`} quiet download>
          {t("summary.pdf")}
        </LinkButton>
      </Buttons>
      <section class="stack">
        <h2>{t("summary.question")}</h2>
        {appraisal.question ? <Paragraphs text={appraisal.question} /> : <p>{t("summary.question_none")}</p>}
        {appraisal.isInUse ? <p>{t("summary.in_use")}</p> : null}
        <Facts items={summaryFacts(t, summary)} />
      </section>
      <section class="stack">
        <h2>{t("source.all")}</h2>
        <SourcesPicture t={t} sources={sources} />
        <Facts
          wide
          items={sources.map((source) => ({
            term: t(`source.${source.source}`),
            value: sourceInShort(t, source),
          }))}
        />
        <p>{agreementWords(t, sources).text}</p>
        {weighing.length > 0 ? <Facts wide items={weighing} /> : null}
      </section>
      <section class="stack">
        <h2>{t("summary.risks")}</h2>
        {risks.length > 0 ? (
          <>
            <p>{t("summary.risks_lead")}</p>
            <ul>
              {risks.map((risk) => (
                <li>{riskWords(t, risk)}</li>
              ))}
            </ul>
          </>
        ) : (
          <p>{t("summary.risks_none")}</p>
        )}
        <p class="muted">{t("summary.waiting", { count: waiting })}</p>
      </section>
      <section class="stack">
        <h2>{t("summary.decision")}</h2>
        {decision ? <Facts wide items={decisionFacts(t, decision)} /> : <p>{t("summary.decision_none")}</p>}
        {decision?.isSoleAuthor ? <p>{t("summary.sole_author")}</p> : null}
      </section>
    </>
  );
}
