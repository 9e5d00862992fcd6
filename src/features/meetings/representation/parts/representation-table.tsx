import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { sayTimes } from "#features/meetings/body/parts/body-words.ts";
import type { Representation } from "#features/meetings/representation/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type TableProps = {
  t: Translate;
  caption: Child;
  representations: readonly Representation[];
  today: Temporal.PlainDate;
};

/** Who sits where for whom, and when they last told what came of it. */
export function RepresentationTable({ t, caption, representations, today }: TableProps) {
  return (
    <Table
      caption={caption}
      rows={representations}
      columns={[
        {
          label: t("representation.column.who"),
          head: true,
          cell: ({ id, name }) => <a href={`/foretradare/${id}`}>{name ?? t("representation.nameless")}</a>,
        },
        {
          label: t("representation.column.where"),
          cell: ({ body, place }) => (body ? <a href={`/grupper/${body.slug}`}>{body.name}</a> : place),
        },
        { label: t("representation.column.for"), cell: ({ organisation }) => organisation },
        { label: t("representation.column.level"), cell: ({ level }) => t(`representation.level.${level}`) },
        { label: t("representation.column.when"), cell: (each) => sayTimes(t, each, today) },
        {
          label: t("representation.column.reported"),
          cell: ({ reportedOn }) =>
            reportedOn ? (
              sayDate(t.language, reportedOn, { today, weekday: false })
            ) : (
              <span class="tag open">{t("representation.never")}</span>
            ),
        },
      ]}
    />
  );
}
