import type { Translate } from "#kernel/messages.ts";
import type { Attendance, MemberMunicipality } from "#features/meetings/attendance/queries.ts";
import type { Quorum } from "#features/meetings/attendance/quorum.ts";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";

type FiguresProps = { t: Translate; attendance: Attendance; isDated: boolean };

/** Rows, people and municipalities, each by its own name, and which member municipalities were not there. */
export function AttendanceFigures({ t, attendance, isDated }: FiguresProps) {
  const { counts, countsInBodies, absentMunicipalities, lists } = attendance;
  if (counts.rows === 0) return null;
  const hasMembers = lists.some(({ memberMunicipalities }) => memberMunicipalities.length > 0);
  const items: FactItem[] = [
    { term: t("presence.rows"), value: counts.rows, note: t("presence.rows_note") },
    { term: t("presence.persons"), value: counts.persons },
    {
      term: t("presence.municipalities"),
      value: counts.municipalities,
      note:
        counts.municipalities === countsInBodies.municipalities
          ? undefined
          : t("presence.municipalities_note", { count: countsInBodies.municipalities }),
    },
    ...(hasMembers
      ? [
          {
            term: t("presence.absent"),
            value: sayMunicipalities(absentMunicipalities) || t("presence.absent_none"),
            note: t(isDated ? "presence.absent_note" : "presence.absent_note_undated"),
          },
        ]
      : []),
  ];
  return <Facts items={items} />;
}

/** "Alingsås, Partille". */
export function sayMunicipalities(municipalities: readonly Pick<MemberMunicipality, "name">[]): string {
  return municipalities.map(({ name }) => name).join(", ");
}

/** "7 av 13 kommuner är här; det räcker", with a warning when it does not. */
export function QuorumLine({ t, quorum }: { t: Translate; quorum: Quorum | undefined }) {
  if (!quorum) return null;
  if (quorum.isEnough === false)
    return (
      <Notice t={t} tone="warn" heading={t("presence.quorum.warning")}>
        {sayQuorum(t, quorum)}
      </Notice>
    );
  return <p>{sayQuorum(t, quorum)}</p>;
}

export function sayQuorum(t: Translate, { of, here, total, needed, isEnough }: Quorum): string {
  if (isEnough === null) return t("presence.quorum.unknown");
  return t(`presence.quorum.${isEnough ? "enough" : "short"}.${of}`, { here, total, needed });
}
