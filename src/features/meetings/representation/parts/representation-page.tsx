import type { Translate } from "#kernel/messages.ts";
import { sayTimes } from "#features/meetings/body/parts/body-words.ts";
import type { representationCalled } from "#features/meetings/representation/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type PageProps = {
  t: Translate;
  found: Awaited<ReturnType<typeof representationCalled>>;
  today: Temporal.PlainDate;
  done: string | undefined;
};

/** Somebody who represents others: where, for whom and with what mandate, and what they have told at home. */
export function RepresentationPage({ t, found: { representation, can, reports }, today, done }: PageProps) {
  const { id, name, place, body, organisation, keeper, level, mandate } = representation;
  const address = `/foretradare/${id}`;
  const isOver = representation.validTo !== null && Temporal.PlainDate.compare(representation.validTo, today) < 0;
  return (
    <>
      <PageHeading
        kicker={<a href="/foretradare">{t("representation.all")}</a>}
        heading={t("representation.heading", { who: name ?? t("representation.nameless"), place })}
        lead={t("representation.kicker", { organisation })}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <Columns
        label={t("representation.all")}
        beside={
          <Sheet>
            <Facts
              items={[
                {
                  term: t("representation.column.where"),
                  value: body ? <a href={`/grupper/${body.slug}`}>{body.name}</a> : place,
                },
                { term: t("representation.column.for"), value: organisation },
                { term: t("representation.level"), value: t(`representation.level.${level}`) },
                { term: t("representation.mandate"), value: mandate ?? t("representation.no_mandate") },
                { term: t("representation.column.when"), value: sayTimes(t, representation, today) },
                { term: t("representation.kept_by"), value: keeper },
              ]}
            />
            <div class="buttons">
              {can.report ? (
                <LinkButton href={`${address}/rapport`} wide>
                  {t("representation.report")}
                </LinkButton>
              ) : null}
              {can.keep && !isOver ? (
                <LinkButton href={`${address}/avsluta`} quiet wide>
                  {t("representation.end")}
                </LinkButton>
              ) : null}
            </div>
          </Sheet>
        }
      >
        <section aria-labelledby="rapporter">
          <h2 id="rapporter">{t("representation.reports")}</h2>
          {can.read ? null : <p class="muted">{t("representation.reports_hidden")}</p>}
          {can.read && reports.length === 0 ? <p class="muted">{t("representation.reports_none")}</p> : null}
          {reports.map(({ day, text }) => (
            <article>
              <h3>{sayDate(t.language, day, { weekday: false })}</h3>
              {text.split(/\n{2,}/u).map((paragraph) => (
                <p class="as-written">{paragraph}</p>
              ))}
            </article>
          ))}
        </section>
      </Columns>
    </>
  );
}
