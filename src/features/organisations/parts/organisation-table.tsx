import type { Translate } from "#kernel/messages.ts";
import type { OrganisationKind } from "#features/organisations/organisation.ts";
import type { organisationList } from "#features/organisations/register/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

type Row = Awaited<ReturnType<typeof organisationList>>["rows"][number];

/** "Kommun, Region" for Gotland. */
export function sayKinds(t: Translate, kinds: readonly OrganisationKind[]): string {
  return kinds.map((kind) => t(`organisations.kind.${kind}`)).join(", ");
}

export function OrganisationTable({ t, rows, count }: { t: Translate; rows: readonly Row[]; count: number }) {
  const columns: Column<Row>[] = [
    {
      label: t("organisations.list.name"),
      head: true,
      cell: ({ name, slug, parentName, validTo }) => (
        <>
          <a href={`/organisationer/${slug}`}>{name}</a>
          {parentName ? <>, {parentName}</> : null}
          {validTo ? (
            <span class="note">
              {t("organisations.list.over", { date: sayDate(t.language, validTo, { weekday: false }) })}
            </span>
          ) : null}
        </>
      ),
    },
    { label: t("organisations.list.kind"), cell: ({ kinds }) => sayKinds(t, kinds) },
    { label: t("organisations.list.county"), cell: ({ county }) => county },
    { label: t("organisations.list.code"), cell: ({ municipalityCode }) => municipalityCode },
  ];
  return <Table caption={t("organisations.list.count", { count })} columns={columns} rows={rows} brief />;
}
