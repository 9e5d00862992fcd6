import type { Translate } from "#kernel/messages.ts";
import type { CriterionFacts } from "#features/appraisals/sources/sources.ts";
import type { ExperienceStage } from "#features/knowledge/item/experience-lifecycle.ts";
import type { StepTaken } from "#features/knowledge/item/experience/queries.ts";
import { ScoreMeter } from "#features/knowledge/item/parts/score-meter.tsx";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { ProgressSteps } from "#ui/progress-steps.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Timeline } from "#ui/timeline.tsx";
import { Unknown } from "#ui/unknown.tsx";

type ExperiencePageProps = {
  t: Translate;
  inside: ItemInside & { readonly stage: ExperienceStage };
  steps: readonly StepTaken[];
  profile: readonly CriterionFacts[];
  /** Where whoever asks may take it. */
  next: readonly ExperienceStage[];
  today: Temporal.PlainDate;
  done?: string | undefined;
};

/** How far an experience has come, on what, and what shows it. A profile and no verdict: only a body says proven. (concepts 2.3) */
export function ExperiencePage({ t, inside, steps, profile, next, today, done }: ExperiencePageProps) {
  const { item, version, stage, can } = inside;
  const at = `/kunskap/${item.slug}/erfarenhet`;
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false, today });
  return (
    <>
      <PageHeading
        kicker={<a href={`/kunskap/${item.slug}`}>{version.title}</a>}
        heading={t("item_experience.how_far")}
        lead={t("item_experience.lead")}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {stage === "withdrawn" ? <Notice t={t} tone="warn" heading={t("item.experience_withdrawn")} /> : null}
      <Way t={t} stage={stage} />
      <section aria-labelledby="steg">
        <h2 id="steg">{t("item_experience.steps")}</h2>
        {steps.length === 0 ? <p class="muted">{t("item_experience.no_steps")}</p> : null}
        <Timeline
          items={steps.map((step) => ({
            when: said(step.saidOn),
            dateTime: step.saidOn.toString(),
            title: t(`item.stage.${step.stage}`),
            detail: (
              <>
                <Paragraphs text={step.reason} />
                {step.body ? <p>{t("item_experience.said_by", { body: step.body })}</p> : null}
                {step.reviewOn ? <p>{t("item_experience.looked_at_again", { day: said(step.reviewOn) })}</p> : null}
              </>
            ),
          }))}
        />
        {next.length > 0 ? (
          <Buttons>
            <LinkButton href={`${at}/steg`}>{t("item_experience.step")}</LinkButton>
          </Buttons>
        ) : null}
      </section>
      <section aria-labelledby="kriterier">
        <h2 id="kriterier">{t("item_experience.profile")}</h2>
        <p class="muted">{t("item_experience.profile_lead")}</p>
        <Table
          caption={t("item_experience.profile")}
          captionHidden
          columns={[
            { label: t("source.criterion"), head: true, cell: ({ criterion }) => t(`source.criterion.${criterion}`) },
            {
              label: t("source.score"),
              cell: ({ score }) => (
                <>
                  <ScoreMeter score={score} />{" "}
                  {score === null ? <Unknown>{t("source.score.unsaid")}</Unknown> : t(`source.score.${scoreOf(score)}`)}
                </>
              ),
            },
            { label: t("source.evidence"), cell: ({ evidence }) => evidence },
          ]}
          rows={profile}
        />
        {can.write ? (
          <p>
            <a href={`${at}/kriterier`}>{t("item_experience.judge")}</a>
          </p>
        ) : null}
      </section>
    </>
  );
}

const way = ["individual", "shared", "documented", "followedUp", "examined", "proven"] as const;

/** The way from one person's experience to what a body stands for, and how far it has come. */
function Way({ t, stage }: { t: Translate; stage: ExperienceStage }) {
  const at = way.findIndex((each) => each === stage);
  if (at < 0) return null;
  return <ProgressSteps t={t} steps={way.map((each) => ({ label: t(`item.stage.${each}`) }))} now={at + 1} />;
}

function scoreOf(score: number): 0 | 1 | 2 | 3 {
  return score >= 3 ? 3 : score === 2 ? 2 : score === 1 ? 1 : 0;
}
