import type { Translate } from "#kernel/messages.ts";
import { sayMeetingTime } from "#features/circles/attendance/parts/time-words.ts";
import type { TakenPart } from "#features/circles/certificate/queries.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type TakenPartProps = { t: Translate; people: readonly TakenPart[]; address: string };

/** How everybody has taken part, what their place comes to, and their certificates. For those who lead the circle. */
export function TakenPartTable({ t, people, address }: TakenPartProps) {
  if (people.length === 0) return <EmptyState heading={t("certificate.none")} />;
  const columns: readonly Column<TakenPart>[] = [
    { label: t("certificate.person"), head: true, cell: ({ name }) => name },
    { label: t("certificate.meetings"), numeric: true, cell: ({ attended }) => String(attended.size) },
    { label: t("certificate.time"), cell: ({ time }) => sayMeetingTime(t, time) },
    { label: t("certificate.standing"), cell: (person) => <Standing t={t} person={person} /> },
    {
      label: t("certificate.file"),
      labelHidden: true,
      cell: ({ isCompleted, registrationId, name }) =>
        isCompleted ? (
          <a href={`${address}/${registrationId}/intyg.pdf`} aria-label={t("certificate.file_of", { name })}>
            {t("certificate.file")}
          </a>
        ) : null,
    },
  ];
  return <Table caption={t("certificate.title_leader")} captionHidden columns={columns} rows={people} />;
}

function Standing({ t, person: { isCompleted, participation } }: { t: Translate; person: TakenPart }) {
  if (isCompleted) return <Tag>{t("certificate.standing.completed")}</Tag>;
  switch (participation.outcome) {
    case "completed":
      return <Tag tone="quiet">{t("certificate.standing.will_complete")}</Tag>;
    case "neverCame":
      return <Tag tone="quiet">{t("certificate.standing.never_came")}</Tag>;
    case "unknown":
      return <Tag tone="open">{t("certificate.standing.unknown", { count: participation.unmarked })}</Tag>;
  }
}
