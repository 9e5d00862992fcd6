import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { ListedBody } from "#features/meetings/body/register/queries.ts";
import { Table } from "#ui/table.tsx";

type BodyTableProps = { t: Translate; caption: Child; bodies: readonly ListedBody[] };

/** Bodies in a list: what each is, who keeps it, and how many of its seats somebody sits in. */
export function BodyTable({ t, caption, bodies }: BodyTableProps) {
  return (
    <Table
      caption={caption}
      rows={bodies}
      columns={[
        {
          label: t("body.column.body"),
          head: true,
          cell: ({ name, slug }) => <a href={`/grupper/${slug}`}>{name}</a>,
        },
        { label: t("body.column.kind"), cell: ({ kind }) => t(`body.kind.${kind}`) },
        { label: t("body.column.keeper"), cell: ({ organisation }) => organisation },
        {
          label: t("body.column.seats"),
          cell: ({ seats, filled }) => (seats === 0 ? t("body.no_seats") : t("body.seats_filled", { seats, filled })),
        },
        { label: t("body.column.members"), cell: ({ members }) => t("body.members_counted", { count: members }) },
      ]}
    />
  );
}
