import type { Child } from "hono/jsx";
import type { Translate } from "#kernel/messages.ts";
import { Period, sayPeriod } from "#features/organisations/parts/period.tsx";
import { sayKinds } from "#features/organisations/parts/organisation-table.tsx";
import type { organisationPage } from "#features/organisations/register/queries.ts";
import { isValidOn } from "#features/organisations/validity.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Columns } from "#ui/columns.tsx";
import { DateField, TextField } from "#ui/fields.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { Filters } from "#ui/filters.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { type Column, Table } from "#ui/table.tsx";

export type OrganisationShown = NonNullable<Awaited<ReturnType<typeof organisationPage>>>;
type Relation = OrganisationShown["relations"][number];

type ViewProps = {
  t: Translate;
  organisation: OrganisationShown;
  /** The day whose relations are shown; all of time without one. */
  day: Temporal.PlainDate | undefined;
  /** The small form that was sent and not accepted. */
  writing?: Filled | undefined;
  domain?: Filled | undefined;
  notice?: Child;
};

/** One organisation: what it is called, where it belongs, how it has stood to others, and its mail domains. */
export function OrganisationView({ t, organisation, day, writing, domain, notice }: ViewProps) {
  const { name, kinds, slug, below, can } = organisation;
  return (
    <>
      <PageHeading kicker={sayKinds(t, kinds)} heading={name} />
      {notice}
      <Columns label={t("organisations.page.facts")} beside={<Facts items={factsOf(t, organisation)} />} besideLast>
        <Relations t={t} organisation={organisation} day={day} />
        <section>
          <h2>{t("organisations.page.below")}</h2>
          {below.length > 0 ? (
            <ul>
              {below.map((each) => (
                <li>
                  <a href={`/organisationer/${each.slug}`}>{each.name}</a>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t("organisations.page.below_none")}</p>
          )}
          {can.manage ? (
            <Buttons>
              <LinkButton quiet href={`/organisationer/ny?under=${slug}`}>
                {t("organisations.page.add_below")}
              </LinkButton>
              <LinkButton quiet href={`/personer/bjud-in?organisation=${slug}`}>
                {t("organisations.page.invite")}
              </LinkButton>
            </Buttons>
          ) : null}
        </section>
        <Writings t={t} organisation={organisation} filled={writing} />
        <Domains t={t} organisation={organisation} filled={domain} />
      </Columns>
    </>
  );
}

function factsOf(t: Translate, organisation: OrganisationShown): FactItem[] {
  const { shortName, name, municipalityCode, county, parentName, parentSlug, contactEmail } = organisation;
  const period = sayPeriod(t, organisation);
  return [
    ...(shortName === name ? [] : [{ term: t("organisations.page.short"), value: shortName }]),
    ...(municipalityCode ? [{ term: t("organisations.list.code"), value: municipalityCode }] : []),
    ...(county ? [{ term: t("organisations.list.county"), value: county }] : []),
    ...(parentName
      ? [{ term: t("organisations.page.parent"), value: <a href={`/organisationer/${parentSlug}`}>{parentName}</a> }]
      : []),
    ...(period ? [{ term: t("organisations.page.period"), value: period }] : []),
    ...(contactEmail
      ? [{ term: t("organisations.page.contact"), value: <a href={`mailto:${contactEmail}`}>{contactEmail}</a> }]
      : []),
  ];
}

function Relations({
  t,
  organisation,
  day,
}: {
  t: Translate;
  organisation: OrganisationShown;
  day: Temporal.PlainDate | undefined;
}) {
  const { slug, can, relations } = organisation;
  const shown = day ? relations.filter((relation) => isValidOn(day, relation)) : relations;
  const columns: Column<Relation>[] = [
    {
      label: t("organisations.page.other"),
      head: true,
      cell: ({ other, otherSlug }) => <a href={`/organisationer/${otherSlug}`}>{other}</a>,
    },
    {
      label: t("organisations.page.relation"),
      cell: ({ kind, out }) => t(`organisations.relation.${kind}.${out ? "out" : "in"}`),
    },
    { label: t("organisations.page.period"), cell: (relation) => <Period t={t} validity={relation} /> },
    { label: t("organisations.page.source"), cell: ({ source }) => source ?? "–" },
  ];
  const ending: Column<Relation> = {
    label: t("organisations.form.end_relation"),
    labelHidden: true,
    cell: ({ id, validTo }) =>
      validTo ? null : <a href={`/organisationer/${slug}/samband/${id}`}>{t("organisations.form.end_relation")}</a>,
  };
  return (
    <section>
      <h2>{t("organisations.page.relations")}</h2>
      {relations.length > 0 ? (
        <Filters
          t={t}
          action={`/organisationer/${slug}`}
          label={t("organisations.page.relations_show")}
          results="samband"
        >
          <DateField
            t={t}
            name="den"
            required
            label={t("organisations.page.relations_on")}
            help={t("organisations.page.relations_on_help")}
            value={day?.toString()}
          />
        </Filters>
      ) : null}
      <div id="samband">
        {shown.length > 0 ? (
          <Table
            caption={t("organisations.page.relations")}
            captionHidden
            columns={can.manage ? [...columns, ending] : columns}
            rows={shown}
          />
        ) : (
          <p>{t("organisations.page.relations_none")}</p>
        )}
      </div>
      {can.manage ? (
        <Buttons>
          <LinkButton quiet href={`/organisationer/${slug}/samband`}>
            {t("organisations.form.relate_open")}
          </LinkButton>
        </Buttons>
      ) : null}
    </section>
  );
}

function Writings({
  t,
  organisation,
  filled,
}: {
  t: Translate;
  organisation: OrganisationShown;
  filled: Filled | undefined;
}) {
  const { name, slug, can } = organisation;
  const writings = organisation.writings.filter((written) => written !== name);
  if (writings.length === 0 && !can.manage) return null;
  return (
    <section>
      <h2>{t("organisations.page.writings")}</h2>
      {writings.length > 0 ? <p>{writings.join(" · ")}</p> : null}
      <p class="help">{t("organisations.page.writings_help")}</p>
      {can.manage ? (
        <Form t={t} action={`/organisationer/${slug}/skrivs`} filled={filled}>
          <TextField t={t} filled={filled} name="written" required label={t("organisations.form.writing")} />
          <FormEnd>
            <Button quiet>{t("organisations.form.writing_press")}</Button>
            <a href={`/organisationer/${slug}/namn`}>{t("organisations.page.rename")}</a>
          </FormEnd>
        </Form>
      ) : null}
    </section>
  );
}

function Domains({
  t,
  organisation,
  filled,
}: {
  t: Translate;
  organisation: OrganisationShown;
  filled: Filled | undefined;
}) {
  const { slug, can, domains } = organisation;
  if (domains.length === 0 && !can.manage) return null;
  return (
    <section>
      <h2>{t("organisations.page.domains")}</h2>
      <p class="help">
        {domains.length > 0 ? t("organisations.page.domains_help") : t("organisations.page.domains_none")}
      </p>
      {domains.length > 0 ? (
        <ul>
          {domains.map((domain) => (
            <li>
              {domain}
              {can.manage ? (
                <Form t={t} tight action={`/organisationer/${slug}/domaner/bort`} hidden={{ domain }}>
                  <Button plain small label={t("organisations.form.domain_remove", { domain })}>
                    {t("organisations.form.domain_remove", { domain })}
                  </Button>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {can.manage ? (
        <Form t={t} action={`/organisationer/${slug}/domaner`} filled={filled}>
          <TextField
            t={t}
            filled={filled}
            name="domain"
            required
            width="medium"
            label={t("organisations.form.domain")}
            help={t("organisations.form.domain_help")}
          />
          <FormEnd>
            <Button quiet>{t("organisations.form.domain_press")}</Button>
          </FormEnd>
        </Form>
      ) : null}
    </section>
  );
}
