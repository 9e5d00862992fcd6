import type { Translate } from "#kernel/messages.ts";
import type { OrganisationPage } from "#features/organisations/register/queries.ts";
import type { HistoryEvent } from "#features/organisations/succession/organisation-history.ts";
import type { LeadingOn } from "#features/organisations/succession/queries.ts";
import { nameOn } from "#features/organisations/succession/succession.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Timeline, type TimelineItem } from "#ui/timeline.tsx";

/** What has happened to an organisation, and the ways to write down what happened last. */
export function History({
  t,
  organisation,
  mayChange,
}: {
  t: Translate;
  organisation: OrganisationPage;
  mayChange: boolean;
}) {
  const { history, slug } = organisation;
  if (history.length === 0 && !mayChange) return null;
  return (
    <section>
      <h2>{t("organisations.past.title")}</h2>
      {history.length > 0 ? (
        <Timeline items={history.map((event) => itemOf(t, slug, event))} label={t("organisations.past.title")} />
      ) : null}
      {mayChange ? (
        <Buttons>
          <LinkButton quiet href={`/organisationer/${slug}/ga-upp`}>
            {t("organisations.past.merge_open")}
          </LinkButton>
          <LinkButton quiet href={`/organisationer/${slug}/dela`}>
            {t("organisations.past.split_open")}
          </LinkButton>
        </Buttons>
      ) : null}
    </section>
  );
}

function itemOf(t: Translate, slug: string, event: HistoryEvent): TimelineItem {
  const { what, day, source, others, heir, names } = event;
  const before = day.subtract({ days: 1 });
  return {
    when: say(t, day),
    dateTime: day.toString(),
    title: (
      <>
        {what === "renamed" ? t("organisations.past.renamed", names ?? {}) : t(`organisations.past.${what}`)}
        {others.map((other, at) => (
          <>
            {at === 0 ? " " : ", "}
            <a href={`/organisationer/${other.slug}`}>{other.name}</a>
          </>
        ))}
      </>
    ),
    detail: (
      <>
        {heir ? <p>{t("organisations.past.heir", { name: heir.name })}</p> : null}
        {what === "split" && !heir ? <p>{t("organisations.past.no_heir")}</p> : null}
        {source ? <p class="muted">{t("organisations.past.source", { source })}</p> : null}
        {what === "began" || what === "cameFrom" ? null : (
          <p>
            <a href={`/organisationer/${slug}?den=${before.toString()}`}>
              {t("organisations.past.day_before", { day: say(t, before) })}
            </a>
          </p>
        )}
      </>
    ),
  };
}

/** Above an organisation that is shown as it was on a day. */
export function AsOfDay({
  t,
  organisation,
  day,
}: {
  t: Translate;
  organisation: OrganisationPage;
  day: Temporal.PlainDate;
}) {
  const { name, slug, validTo, formerNames } = organisation;
  const isRenamed = nameOn(day, organisation, formerNames).name !== name;
  return (
    <Notice
      t={t}
      heading={t("organisations.past.as_it_was", { day: say(t, day) })}
      action={<a href={`/organisationer/${slug}`}>{t("organisations.past.as_it_is")}</a>}
    >
      {isRenamed && !validTo ? <p>{t("organisations.past.called_now", { name })}</p> : null}
      {validTo ? <p>{t("organisations.past.over", { day: say(t, validTo) })}</p> : null}
    </Notice>
  );
}

/** Above an organisation that somebody came to by the address of one that has gone into it. */
export function LedOn({ t, heir }: { t: Translate; heir: LeadingOn }) {
  const { old, name: successor } = heir;
  const day = old.lastDay?.toString() ?? "";
  return (
    <Notice
      t={t}
      heading={t("organisations.past.led_on", { name: old.name, successor })}
      action={
        <a href={`/organisationer/${old.slug}?den=${day}`}>{t("organisations.past.led_on_show", { name: old.name })}</a>
      }
    />
  );
}

export function HasEnded({ t, lastDay }: { t: Translate; lastDay: Temporal.PlainDate }) {
  return <Notice t={t} heading={t("organisations.past.over", { day: say(t, lastDay) })} />;
}

function say(t: Translate, day: Temporal.PlainDate): string {
  return sayDate(t.language, day, { weekday: false });
}
