import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { AppraisalDeeds } from "#features/appraisals/appraisal/parts/appraisal-deeds.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { Tag, Tags } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

type AppraisalPageProps = {
  t: Translate;
  inside: AppraisalInside;
  /** The three sources, across the page. */
  sources: Child;
  /** The decision, on paper. */
  beside: Child;
  /** Whether whoever asks is one of its authors. */
  isAuthor: boolean;
  done?: string | undefined;
  children?: Child;
};

/** A method weighed for a unit: what it is about, what three kinds of knowledge say, what is open, what was decided. */
export function AppraisalPage({ t, inside, sources, beside, isAuthor, done, children }: AppraisalPageProps) {
  const { appraisal, method } = inside;
  return (
    <>
      <PageHeading
        kicker={
          <>
            {t("appraisal.kicker")}
            {dot}
            {appraisal.organisation}
          </>
        }
        heading={appraisal.title}
        lead={t(appraisal.isInUse ? "appraisal.lead_in_use" : "appraisal.lead")}
      >
        <Tags>
          <Tag tone={appraisal.state === "withdrawn" ? "quiet" : "plain"}>
            {t(`appraisal.state.${appraisal.state}`)}
          </Tag>
          {appraisal.isInUse ? <Tag tone="quiet">{t("appraisal.in_use")}</Tag> : null}
        </Tags>
      </PageHeading>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {appraisal.withdrawnReason ? (
        <Notice t={t} heading={t("appraisal.withdrawn_because", { reason: appraisal.withdrawnReason })} />
      ) : null}
      {appraisal.question ? <Paragraphs text={appraisal.question} /> : null}
      {sources}
      <Columns
        label={t("appraisal.facts")}
        beside={
          <>
            {beside}
            <Sheet>
              <Facts
                items={[
                  { term: t("appraisal.method"), value: <a href={`/metod/${method.slug}`}>{method.name}</a> },
                  { term: t("appraisal.organisation"), value: appraisal.organisation },
                  { term: t("appraisal.authors"), value: inside.authors.map(({ name }) => name).join(", ") },
                  {
                    term: t("appraisal.decider"),
                    value: inside.decider?.name ?? <Unknown>{t("appraisal.nobody_decides")}</Unknown>,
                  },
                  { term: t("appraisal.form"), value: t(`appraisal.form.${appraisal.form}`) },
                ]}
              />
              <AppraisalDeeds t={t} inside={inside} isAuthor={isAuthor} />
            </Sheet>
          </>
        }
      >
        {children}
      </Columns>
    </>
  );
}
