import type { Translate } from "#kernel/messages.ts";
import { FidelityPicture } from "#features/appraisals/introduction/parts/fidelity-picture.tsx";
import { IntroductionSteps } from "#features/appraisals/introduction/parts/introduction-steps.tsx";
import type { Introduction, IntroductionInside } from "#features/appraisals/introduction/queries.ts";
import { explainedWord } from "#features/knowledge/glossary/explained-words.ts";
import { Term } from "#ui/term.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Timeline } from "#ui/timeline.tsx";
import { Unknown } from "#ui/unknown.tsx";

type IntroductionPageProps = {
  t: Translate;
  found: IntroductionInside;
  today: Temporal.PlainDate;
  done?: string | undefined;
};

/** How what was decided is brought in: how far it has come, what is left, what is taken away, and whether it is as intended. */
export function IntroductionPage({ t, found, today, done }: IntroductionPageProps) {
  const { inside, introduction } = found;
  const { slug, title } = inside.appraisal;
  return (
    <>
      <PageHeading
        kicker={<a href={`/metodbedomning/${slug}`}>{title}</a>}
        heading={t("introduction.heading")}
        lead={t("introduction.lead", { organisation: inside.appraisal.organisation })}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {introduction ? (
        <Begun t={t} found={found} introduction={introduction} today={today} />
      ) : (
        <EmptyState
          heading={t("introduction.none")}
          action={
            found.can.begin ? (
              <LinkButton href={`/metodbedomning/${slug}/inforande/paborja`}>{t("introduction.begin")}</LinkButton>
            ) : undefined
          }
        >
          {t(inside.appraisal.state === "decided" ? "introduction.none_text" : "introduction.none_decided")}
        </EmptyState>
      )}
    </>
  );
}

type BegunProps = Omit<IntroductionPageProps, "done"> & { introduction: Introduction };

function Begun({ t, found, introduction, today }: BegunProps) {
  const { inside, followed, can } = found;
  const address = `/metodbedomning/${inside.appraisal.slug}/inforande`;
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false, today });
  const steps = introduction.steps.filter(({ kind }) => kind === "step");
  const away = introduction.steps.filter(({ kind }) => kind === "takenAway");
  const list = { t, address, mayRun: can.run, today };
  return (
    <Columns
      label={t("introduction.who")}
      beside={<Who t={t} introduction={introduction} can={can} address={address} />}
    >
      <section aria-labelledby="faser">
        <h2 id="faser">{t("introduction.phases")}</h2>
        <Timeline
          label={t("introduction.phases")}
          items={introduction.phases.map(({ phase, fromDay, note }, index) => ({
            when: said(fromDay),
            dateTime: fromDay.toString(),
            title: t(`method.phase.${phase}`),
            detail: note ?? t(`method.phase_help.${phase}`),
            past: index < introduction.phases.length - 1,
          }))}
        />
      </section>
      <section aria-labelledby="steg">
        <h2 id="steg">{t("introduction.steps")}</h2>
        {steps.length === 0 ? (
          <p class="muted">{t("introduction.steps_none")}</p>
        ) : (
          <IntroductionSteps {...list} label={t("introduction.steps")} steps={steps} />
        )}
        {can.run ? (
          <p>
            <a href={`${address}/steg?sort=step`}>{t("introduction.add_step")}</a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="slutar">
        <h2 id="slutar">{t("introduction.taken_away")}</h2>
        {away.length === 0 ? (
          <p>
            <Unknown>{t("introduction.taken_away_none")}</Unknown>
          </p>
        ) : (
          <IntroductionSteps {...list} label={t("introduction.taken_away")} steps={away} />
        )}
        {can.run ? (
          <p>
            <a href={`${address}/steg?sort=takenAway`}>{t("introduction.add_taken_away")}</a>
          </p>
        ) : null}
      </section>
      <section aria-labelledby="uppfoljning">
        <h2 id="uppfoljning">{t("introduction.fidelity")}</h2>
        {followed.length === 0 ? (
          <p>
            <Unknown>{t("introduction.no_components")}</Unknown>{" "}
            <a href={`/metod/${inside.method.slug}#karnkomponenter`}>{inside.method.name}</a>
          </p>
        ) : (
          <>
            <p>
              <Term t={t} word={explainedWord("metodtrohet")} />
            </p>
            <FidelityPicture t={t} followed={followed} today={today} />
          </>
        )}
        {can.run && followed.some(({ component }) => component.endedOn === null) ? (
          <p>
            <a href={`${address}/uppfoljning`}>{t("introduction.check")}</a>
          </p>
        ) : null}
      </section>
    </Columns>
  );
}

type WhoProps = { t: Translate; introduction: Introduction; can: IntroductionInside["can"]; address: string };

function Who({ t, introduction, can, address }: WhoProps) {
  const { responsibleRole, responsible, training, toTrain, trained, phase } = introduction;
  return (
    <Sheet>
      <h2>{t(`method.phase.${phase}`)}</h2>
      <Facts
        items={[
          { term: t("introduction.responsible"), value: responsibleRole, note: responsible ?? undefined },
          {
            term: t("introduction.trained"),
            value:
              toTrain === null && trained === null ? (
                <Unknown>{t("method.not_written")}</Unknown>
              ) : (
                t("introduction.trained_of", {
                  trained: trained ?? t("introduction.number_unknown"),
                  toTrain: toTrain ?? t("introduction.number_unknown"),
                })
              ),
          },
        ]}
      />
      {training ? <Paragraphs text={training} /> : null}
      {can.run ? (
        <div class="buttons">
          <LinkButton href={`${address}/fas`} wide>
            {t("introduction.come_to_phase")}
          </LinkButton>
          <LinkButton href={`${address}/andra`} quiet wide>
            {t("introduction.change")}
          </LinkButton>
        </div>
      ) : null}
    </Sheet>
  );
}
