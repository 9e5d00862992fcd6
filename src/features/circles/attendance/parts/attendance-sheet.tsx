import type { Translate } from "#kernel/messages.ts";
import { attendanceStates, isAttended } from "#features/circles/attendance/attendance.ts";
import type { Noted } from "#features/circles/attendance/marking.ts";
import type { RegistrationId } from "#features/circles/registration/registration.ts";
import type { Participant } from "#features/circles/room/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Form } from "#ui/form.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

export type SheetProps = {
  t: Translate;
  participants: readonly Participant[];
  noted: ReadonlyMap<RegistrationId, Noted>;
};

/** Everybody with a seat, how they are noted, and one button for each other way: one tap a person. */
export function AttendanceSheet({ t, participants, noted }: SheetProps) {
  if (participants.length === 0) return <EmptyState heading={t("attendance.none")} />;
  const columns: readonly Column<Participant>[] = [
    { label: t("attendance.participant"), head: true, cell: ({ name }) => name },
    {
      label: t("attendance.noted"),
      cell: ({ registrationId }) => {
        const known = noted.get(registrationId);
        return known ? (
          <>
            <Tag tone={isAttended(known.state) ? "plain" : "quiet"}>{t(`attendance.state.${known.state}`)}</Tag>
            {known.notedBy === "code" ? <span class="muted"> {t("attendance.by_code")}</span> : null}
          </>
        ) : null;
      },
    },
    {
      label: t("attendance.note"),
      labelHidden: true,
      cell: (participant) => <Marks t={t} participant={participant} known={noted.get(participant.registrationId)} />,
    },
  ];
  return (
    <Table
      caption={attendanceInShort(t, participants, noted)}
      columns={columns}
      rows={participants}
      rowId={({ registrationId }) => rowOf(registrationId)}
    />
  );
}

type MarksProps = { t: Translate; participant: Participant; known: Noted | undefined };

function Marks({ t, participant: { registrationId, name }, known }: MarksProps) {
  return (
    <Form t={t} hidden={{ registrationId }} tight>
      <Buttons>
        {attendanceStates
          .filter((state) => state !== known?.state)
          .map((state) => {
            const says = t(`attendance.state.${state}`);
            return (
              <Button name="state" value={state} small quiet label={t("attendance.mark_label", { state: says, name })}>
                {says}
              </Button>
            );
          })}
        {known ? (
          <Button name="state" value="unmarked" small plain label={t("attendance.unmark_label", { name })}>
            {t("attendance.unmark")}
          </Button>
        ) : null}
      </Buttons>
    </Form>
  );
}

/** "9 av 12 var med, 2 är inte noterade". Those without a seat are not in it. */
export function attendanceInShort(
  t: Translate,
  participants: SheetProps["participants"],
  noted: SheetProps["noted"],
): string {
  const known = participants.map(({ registrationId }) => noted.get(registrationId));
  return t("attendance.summary", {
    there: known.filter((one) => isAttended(one?.state)).length,
    seats: participants.length,
    unmarked: known.filter((one) => one === undefined).length,
  });
}

/** The address on the page of one participant's row. */
export function rowOf(registrationId: RegistrationId): string {
  return `rad-${registrationId}`;
}
