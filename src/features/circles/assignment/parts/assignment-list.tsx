import type { Translate } from "#kernel/messages.ts";
import { StateTag } from "#features/circles/assignment/parts/state-tag.tsx";
import type { ListedAssignment } from "#features/circles/assignment/queries.ts";
import type { Room } from "#features/circles/room/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { type Column, Table } from "#ui/table.tsx";

type AssignmentListProps = {
  t: Translate;
  room: Room;
  listed: readonly ListedAssignment[];
  today: Temporal.PlainDate;
};

/** The assignments of a circle: until when, and how far whoever looks has come, or how many have handed in. */
export function AssignmentList({ t, room: { round, part }, listed, today }: AssignmentListProps) {
  const columns: readonly Column<ListedAssignment>[] = [
    {
      label: t("assignment.one"),
      head: true,
      cell: ({ assignment: { id, title } }) => <a href={`/cirkel/${round.slug}/uppgift/${id}`}>{title}</a>,
    },
    { label: t("assignment.due"), cell: ({ due }) => due && sessionName(t, due, today) },
    {
      label: t("assignment.how_far"),
      cell: ({ own, handedIn, participants, waiting }) => (
        <>
          {own ? <StateTag t={t} state={own} /> : null}
          {part === "leads" ? <p>{t("assignment.handed_in_of", { count: handedIn, all: participants })}</p> : null}
          {part === "leads" && waiting > 0 ? <p class="muted">{t("assignment.waiting", { count: waiting })}</p> : null}
        </>
      ),
    },
  ];
  return <Table caption={t("assignment.heading")} captionHidden columns={columns} rows={listed} />;
}
