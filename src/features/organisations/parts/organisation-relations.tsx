import type { Translate } from "#kernel/messages.ts";
import type { OrganisationPage as OrganisationShown } from "#features/organisations/register/queries.ts";
import { Period } from "#features/organisations/parts/period.tsx";
import { isValidOn } from "#features/organisations/validity.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { DateField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { type Column, Table } from "#ui/table.tsx";

type Relation = OrganisationShown["relations"][number];

/** How an organisation stands to others: on a day, or over all of time without one. */
export function Relations({
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
    { label: t("organisations.page.source"), cell: ({ source }) => source },
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
