import type { Translate } from "#kernel/messages.ts";
import { WorkshopTag } from "#features/workshops/workshop/parts/workshop-tag.tsx";
import type { ListedWorkshop } from "#features/workshops/workshop/register/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type WorkshopTableProps = {
  t: Translate;
  workshops: readonly ListedWorkshop[];
  count: number;
  today: Temporal.PlainDate;
};

/** Workshops in a list, each with how far it has come and how many answers it holds. */
export function WorkshopTable({ t, workshops, count, today }: WorkshopTableProps) {
  return (
    <Table
      caption={t("workshop.counted", { count })}
      rows={workshops}
      columns={[
        {
          label: t("workshop.title"),
          head: true,
          cell: ({ slug, title, leads }) => <a href={`/workshop/${slug}${leads ? "" : "/resultat"}`}>{title}</a>,
        },
        { label: t("workshop.state"), cell: ({ state }) => <WorkshopTag t={t} state={state} /> },
        {
          label: t("workshop.held_on"),
          cell: ({ heldOn }) => (heldOn ? sayDate(t.language, heldOn, { today }) : null),
        },
        { label: t("workshop.held_by"), cell: ({ organisation }) => organisation },
        { label: t("workshop.answers"), numeric: true, cell: ({ answers }) => answers },
      ]}
    />
  );
}
