import type { ListedPerson } from "#features/organisations/people/register/queries.ts";
import { rowsIn, type RowsInText } from "#platform/database/rows-in-text.ts";
import { Address } from "#ui/address.tsx";
import { drawnOnce } from "#ui/drawn-once.ts";
import { type Column, Table } from "#ui/table.tsx";

/** People with their roles of today. */
export const peopleTable = drawnOnce((t, listed: RowsInText<ListedPerson>, count: number) => {
  const columns: Column<ListedPerson>[] = [
    {
      label: t("organisations.people.name"),
      head: true,
      cell: ({ id, name, title }) => (
        <>
          <a href={`/personer/${id}`}>{name}</a>
          {title ? <span class="note">{title}</span> : null}
        </>
      ),
    },
    { label: t("organisations.people.email"), cell: ({ email }) => (email ? <Address of={email} /> : null) },
    {
      label: t("organisations.people.roles"),
      cell: ({ roles }) =>
        roles.length > 0
          ? roles.map(({ role, place }) => (
              <div>
                {t(`organisations.role.${role}`)}, {place ?? t("organisations.place.everywhere")}
              </div>
            ))
          : t("organisations.people.no_role"),
    },
  ];
  return <Table caption={t("organisations.people.count", { count })} columns={columns} rows={rowsIn(listed)} brief />;
});
