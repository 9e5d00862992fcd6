import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { ScoreMeter } from "#features/appraisals/sources/parts/source-drawing.tsx";
import {
  basisWords,
  concernOf,
  judgedWords,
  outcomeSentence,
  soughtWords,
} from "#features/appraisals/sources/parts/source-sayings.ts";
import type {
  AnySource,
  ConsultationFacts,
  CriterionFacts,
  OutcomeFacts,
  ReferenceFacts,
} from "#features/appraisals/sources/sources.ts";
import { explainedWord } from "#features/knowledge/glossary/explained-words.ts";
import { Term } from "#ui/term.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type DetailProps = {
  t: Translate;
  source: AnySource;
  /** The address of the source's own page. */
  address: string;
  mayWrite: boolean;
};

/** All that is written of one source, under the three of them; each with what is done to it. */
export function SourceDetail({ t, source, address, mayWrite }: DetailProps) {
  const sought = soughtWords(t, source);
  return (
    <div class="stack">
      {sought ? <p>{sought}</p> : null}
      {mayWrite ? (
        <p>
          <LinkButton href={`${address}/laget`} quiet={source.standing !== "notSought"}>
            {t("source.change")}
          </LinkButton>
        </p>
      ) : null}
      {source.source === "research" ? <Outcomes t={t} {...source} address={address} mayWrite={mayWrite} /> : null}
      {source.source === "profession" ? <Profile t={t} {...source} address={address} mayWrite={mayWrite} /> : null}
      {source.source === "serviceUsers" ? (
        <Consultations t={t} {...source} address={address} mayWrite={mayWrite} />
      ) : null}
      <References
        t={t}
        references={source.references}
        address={address}
        mayAdd={mayWrite && source.standing !== "notSought"}
        mayWrite={mayWrite}
      />
    </div>
  );
}

type Standing = Pick<AnySource, "standing"> & Pick<DetailProps, "t" | "address" | "mayWrite">;

function Outcomes({ t, outcomes, standing, address, mayWrite }: Standing & { outcomes: readonly OutcomeFacts[] }) {
  return (
    <section class="stack" id="utfall">
      <h2>{t("source.outcomes")}</h2>
      <p>
        {t("source.outcomes_lead")} <Term t={t} word={explainedWord("tillforlitlighet")} />
      </p>
      {outcomes.length === 0 ? <p class="muted">{t("source.outcomes_none")}</p> : null}
      {outcomes.map((outcome) => (
        <article class="outcome">
          <h3>{outcome.outcome}</h3>
          <p>
            <strong>{outcomeSentence(t, outcome)}</strong>
          </p>
          <Details summary={t("source.what_it_means")}>
            <p>{t("source.means")}</p>
            <p>{basisWords(t, outcome).join(" ")}</p>
            <p>{t("source.reason_said", { reason: outcome.judged.reason })}</p>
          </Details>
          <p class="muted">{judgedWords(t, outcome)}</p>
          {mayWrite ? (
            <Deeds
              t={t}
              title={outcome.outcome}
              change={`${address}/utfall/${outcome.id}`}
              remove={`${address}/utfall/${outcome.id}/ta-bort`}
            />
          ) : null}
        </article>
      ))}
      {mayWrite && standing === "found" ? (
        <ul class="ways">
          <li>
            <a href={`${address}/utfall/nytt`}>{t("source.outcome_add")}</a>
          </li>
          <li>
            <a href={`${address}/utfall/nytt-berattat`}>{t("source.outcome_add_told")}</a>
          </li>
        </ul>
      ) : null}
    </section>
  );
}

function Profile({ t, profile, standing, address, mayWrite }: Standing & { profile: readonly CriterionFacts[] }) {
  const isEmpty = profile.every(({ score }) => score === null);
  return (
    <section class="stack" id="kriterier">
      <h2>{t("source.profile")}</h2>
      <p>
        {t("source.profile_lead")} <Term t={t} word={explainedWord("beprovad-erfarenhet")} />
      </p>
      {isEmpty ? (
        <p class="muted">{t("source.profile_none")}</p>
      ) : (
        <Table
          caption={t("source.profile")}
          captionHidden
          rows={profile}
          columns={[
            { label: t("source.criterion"), head: true, cell: ({ criterion }) => t(`source.criterion.${criterion}`) },
            {
              label: t("source.score"),
              cell: ({ score }) => (
                <span>
                  <ScoreMeter score={score} /> {t(`source.score.${score === null ? "unsaid" : concernOf(score)}`)}
                </span>
              ),
            },
            { label: t("source.evidence"), cell: ({ evidence }) => evidence },
          ]}
        />
      )}
      {mayWrite && standing === "found" ? (
        <p>
          <a href={`${address}/kriterier`}>{t("source.profile_change")}</a>
        </p>
      ) : null}
    </section>
  );
}

type ConsultationsProps = Standing & { consultations: readonly ConsultationFacts[] };

function Consultations({ t, consultations, standing, address, mayWrite }: ConsultationsProps) {
  return (
    <section class="stack" id="fragor">
      <h2>{t("source.consultations")}</h2>
      {consultations.length === 0 ? <p class="muted">{t("source.consultations_none")}</p> : null}
      {consultations.map((each) => (
        <article class="outcome">
          <h3>{each.who}</h3>
          {each.said ? <Paragraphs text={each.said} /> : <p class="muted">{t("source.said_nothing")}</p>}
          <Facts
            items={[
              { term: t("source.how"), value: each.how },
              {
                term: t("source.how_many"),
                value:
                  each.howMany === null ? (
                    <Unknown>{t("source.how_many_unknown")}</Unknown>
                  ) : (
                    t("source.how_many_said", { count: each.howMany })
                  ),
              },
              ...(each.askedOn
                ? [{ term: t("source.asked_on"), value: sayDate(t.language, each.askedOn, { weekday: false }) }]
                : []),
              { term: t("source.participation"), value: t(`source.participation.${each.participation}`) },
              ...(each.missing ? [{ term: t("source.missing"), value: each.missing }] : []),
            ]}
          />
          {mayWrite ? (
            <Deeds
              t={t}
              title={each.who}
              change={`${address}/fragor/${each.id}`}
              remove={`${address}/fragor/${each.id}/ta-bort`}
            />
          ) : null}
        </article>
      ))}
      {mayWrite && standing !== "notSought" ? (
        <p>
          <a href={`${address}/fragor/ny`}>{t("source.consultation_add")}</a>
        </p>
      ) : null}
    </section>
  );
}

type ReferencesProps = Pick<DetailProps, "t" | "address" | "mayWrite"> & {
  references: readonly ReferenceFacts[];
  mayAdd: boolean;
};

function References({ t, references, address, mayAdd, mayWrite }: ReferencesProps) {
  return (
    <section class="stack" id="referenser">
      <h2>{t("source.references")}</h2>
      {references.length === 0 ? <p class="muted">{t("source.references_none")}</p> : null}
      {references.length > 0 ? (
        <ul>
          {references.map((reference) => (
            <li>
              <ReferenceWords {...reference} />
              {mayWrite ? (
                <Form t={t} action={`${address}/referenser/${reference.id}/ta-bort`} tight>
                  <Button plain small label={t("source.remove_named", { title: reference.title })}>
                    {t("source.remove")}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {mayAdd ? (
        <p>
          <a href={`${address}/referenser/ny`}>{t("source.reference_add")}</a>
        </p>
      ) : null}
    </section>
  );
}

function ReferenceWords({ title, year, link }: Omit<ReferenceFacts, "id">): Child {
  return (
    <>
      {link ? <a href={link}>{title}</a> : title}
      {year === null ? null : ` (${year})`}
    </>
  );
}

function Deeds({ t, title, change, remove }: { t: Translate; title: string; change: string; remove: string }) {
  return (
    <div class="buttons">
      <LinkButton href={change} plain small label={t("source.edit_named", { title })}>
        {t("source.edit")}
      </LinkButton>
      <Form t={t} action={remove} tight>
        <Button plain small label={t("source.remove_named", { title })}>
          {t("source.remove")}
        </Button>
      </Form>
    </div>
  );
}
