import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { MethodFacts, MethodInside } from "#features/appraisals/method/queries.ts";
import { explainedWord } from "#features/knowledge/glossary/explained-words.ts";
import { Term } from "#ui/term.tsx";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type MethodPageProps = {
  t: Translate;
  inside: MethodInside;
  today: Temporal.PlainDate;
  /** Whether whoever asks weighs methods for an organisation. */
  weighs: boolean;
  done?: string | undefined;
  /** Where it is used, and how it was weighed. */
  children?: Child;
};

/** What the register says of a method: plainly also what nobody has written, and that the register approves of nothing. */
export function MethodPage({ t, inside, today, weighs, done, children }: MethodPageProps) {
  const { method, can } = inside;
  const address = `/metod/${method.slug}`;
  return (
    <>
      <PageHeading
        kicker={
          <>
            {t(`method.kind.${method.kind}`)}
            {dot}
            {method.organisation}
          </>
        }
        heading={method.name}
        lead={t("method.no_approval")}
      >
        {method.alsoCalled.length > 0 ? (
          <p class="muted">{t("method.also_called", { names: method.alsoCalled.join(", ") })}</p>
        ) : null}
      </PageHeading>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      {method.withdrawnAt ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("method.withdrawn_on", {
            day: sayDate(t.language, method.withdrawnAt.toZonedDateTimeISO("Europe/Stockholm").toPlainDate(), {
              weekday: false,
              today,
            }),
          })}
          action={
            can.change ? (
              <LinkButton quiet href={`${address}/ater`}>
                {t("method.restore")}
              </LinkButton>
            ) : undefined
          }
        >
          <p>{method.withdrawnReason}</p>
        </Notice>
      ) : null}
      <Columns label={t("method.what_it_takes")} beside={<Needs t={t} inside={inside} weighs={weighs} />}>
        <About t={t} method={method} />
        <Why t={t} method={method} />
        <Components t={t} inside={inside} />
        {children}
      </Columns>
    </>
  );
}

/** What it takes to use it, on paper, with the ways to change it. */
function Needs({ t, inside, weighs }: { t: Translate; inside: MethodInside; weighs: boolean }) {
  const { method, can } = inside;
  const address = `/metod/${method.slug}`;
  const said = (text: string | null) => text ?? <Unknown>{t("method.not_written")}</Unknown>;
  return (
    <Sheet>
      <h2>{t("method.what_it_takes")}</h2>
      <Facts
        items={[
          { term: t("method.training"), value: said(method.training) },
          { term: t("method.licence"), value: said(method.licence) },
          { term: t("method.cost"), value: said(method.cost) },
          { term: t("method.replaces"), value: said(method.replaces) },
          { term: t("method.kept_by"), value: method.organisation },
          ...(method.link
            ? [
                {
                  term: t("method.more"),
                  value: (
                    <a href={method.link} rel="noopener noreferrer">
                      {new URL(method.link).hostname}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <div class="buttons">
        {weighs && !method.withdrawnAt ? (
          <LinkButton href={`/metodbedomningar/ny?metod=${method.slug}`} wide>
            {t("method.weigh")}
          </LinkButton>
        ) : null}
        {weighs ? (
          <LinkButton href={`${address}/anvands`} quiet wide>
            {t("method.say_use")}
          </LinkButton>
        ) : null}
        {can.change ? (
          <>
            <LinkButton href={`${address}/andra`} quiet wide>
              {t("method.change")}
            </LinkButton>
            {method.withdrawnAt ? null : (
              <LinkButton href={`${address}/ta-bort`} plain wide>
                {t("method.withdraw")}
              </LinkButton>
            )}
          </>
        ) : null}
      </div>
    </Sheet>
  );
}

function About({ t, method }: { t: Translate; method: MethodFacts }) {
  const parts = (["targetGroup", "purpose", "use"] as const).map((name) => ({ name, text: method[name] }));
  return (
    <section aria-label={t("method.about")}>
      {parts.map(({ name, text }) => (
        <>
          <h2>{t(`method.${name}`)}</h2>
          {text === null ? (
            <p>
              <Unknown>{t("method.not_written")}</Unknown>
            </p>
          ) : (
            <Paragraphs text={text} />
          )}
        </>
      ))}
    </section>
  );
}

/** Why we do so and what it rests on: always shown for what is in use already, also when nobody has said. (R019) */
function Why({ t, method }: { t: Translate; method: MethodFacts }) {
  if (method.kind !== "wayOfWorking" && method.why === null && method.basis === null) return null;
  return (
    <section aria-labelledby="varfor">
      <h2 id="varfor">{t("method.why")}</h2>
      {method.why === null ? (
        <p>
          <Unknown>{t("method.why_unknown")}</Unknown>
        </p>
      ) : (
        <Paragraphs text={method.why} />
      )}
      <p>
        {t("method.rests_on")}{" "}
        {method.basis === null || method.basis === "unknown" ? (
          <Unknown>{t(method.basis === null ? "method.basis.not_said" : "method.basis.unknown")}</Unknown>
        ) : (
          <strong>{t(`method.basis.${method.basis}`)}</strong>
        )}
      </p>
    </section>
  );
}

function Components({ t, inside }: { t: Translate; inside: MethodInside }) {
  const { method, components, can } = inside;
  const standing = components.filter(({ endedOn }) => endedOn === null);
  const ended = components.filter(({ endedOn }) => endedOn !== null);
  return (
    <section aria-labelledby="karnkomponenter">
      <h2 id="karnkomponenter">{t("method.components")}</h2>
      <p class="muted">
        {t("method.components_lead")} <Term t={t} word={explainedWord("karnkomponent")} />
      </p>
      {standing.length === 0 ? (
        <p>
          <Unknown>{t("method.components_none")}</Unknown>
        </p>
      ) : (
        <ol>
          {standing.map(({ text }) => (
            <li>{text}</li>
          ))}
        </ol>
      )}
      {ended.length > 0 ? (
        <Details summary={t("method.components_ended", { count: ended.length })}>
          <ul>
            {ended.map(({ text }) => (
              <li>{text}</li>
            ))}
          </ul>
        </Details>
      ) : null}
      {can.change ? (
        <p>
          <a href={`/metod/${method.slug}/karnkomponenter`}>{t("method.write_components")}</a>
        </p>
      ) : null}
    </section>
  );
}
