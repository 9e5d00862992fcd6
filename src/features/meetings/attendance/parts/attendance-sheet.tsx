import type { Translate } from "#kernel/messages.ts";
import { type AttendanceRole, type AttendanceState, isThere } from "#features/meetings/attendance/attendance.ts";
import type { AttendanceList, AttendanceRow } from "#features/meetings/attendance/queries.ts";
import type { Seated } from "#features/meetings/attendance/seated/queries.ts";
import { type SheetRow, sheetRows } from "#features/meetings/attendance/sheet-rows.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { Form } from "#ui/form.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

type Line = SheetRow<Seated, AttendanceRow>;

type SheetProps = {
  t: Translate;
  list: AttendanceList;
  seated: readonly Seated[];
  /** The address of the page, where each press goes. */
  address: string;
  mayNote: boolean;
  /** How somebody may be noted: before the meeting only that they cannot come. */
  states: readonly AttendanceState[];
};

/** Those who sit in a body and those who came for it, how each is noted, and one press for each other way. */
export function AttendanceSheet({ t, list, seated, address, mayNote, states }: SheetProps) {
  const rows = mayNote
    ? sheetRows(list.bodyId, seated, list.rows)
    : list.rows.map((noted): Line => ({ seated: undefined, noted }));
  if (rows.length === 0) return <p class="muted">{t("presence.none")}</p>;
  const columns: readonly Column<Line>[] = [
    { label: t("presence.person"), head: true, cell: (line) => sayName(t, line) },
    { label: t("presence.part"), cell: (line) => <Part t={t} line={line} rows={list.rows} /> },
    { label: t("presence.from"), cell: (line) => <From t={t} line={line} /> },
    {
      label: t("presence.noted"),
      cell: ({ noted }) =>
        noted ? <Tag tone={isThere(noted.state) ? "plain" : "quiet"}>{t(`presence.state.${noted.state}`)}</Tag> : null,
    },
    ...(mayNote
      ? [
          {
            label: t("presence.note"),
            labelHidden: true,
            cell: (line: Line) => <Presses t={t} line={line} address={address} states={states} />,
          },
        ]
      : []),
  ];
  return <Table caption={listInShort(t, list)} columns={columns} rows={rows} rowId={rowOf} />;
}

type LineProps = { t: Translate; line: Line };

/** What somebody is called in the list; a user representative who has not agreed to be named, by that. */
export function sayName(t: Translate, { seated, noted }: Line): string {
  return noted?.name ?? seated?.name ?? t("presence.nameless");
}

function Part({ t, line: { seated, noted }, rows }: LineProps & { rows: readonly AttendanceRow[] }) {
  const role: AttendanceRole = noted?.role ?? seated?.role ?? "guest";
  const instead =
    seated?.substitutesForName ?? rows.find(({ personId }) => personId && personId === noted?.substitutesFor)?.name;
  return (
    <>
      {t(`presence.role.${role}`)}
      {role === "substitute" && instead ? ` ${t("presence.substitutes_for", { name: instead })}` : null}
      {noted?.represents ? (
        <>
          {dot}
          {t("presence.represents", { name: noted.represents })}
        </>
      ) : null}
    </>
  );
}

function From({ t, line: { seated, noted } }: LineProps) {
  if (!noted) return seated?.organisation ? <>{seated.organisation}</> : null;
  if (noted.organisation === null) return null;
  return (
    <>
      {noted.organisation}
      {noted.isOrganisationKnown ? null : (
        <>
          {" "}
          <Unknown>({t("presence.organisation_unknown")})</Unknown>
        </>
      )}
    </>
  );
}

function Presses({ t, line, address, states }: LineProps & Pick<SheetProps, "address" | "states">) {
  const { seated, noted } = line;
  const name = sayName(t, line);
  return (
    <Buttons>
      {seated ? (
        <Form t={t} action={address} hidden={{ bodyId: seated.bodyId, personId: seated.personId }} tight>
          <Buttons>
            {states
              .filter((state) => state !== noted?.state)
              .map((state) => {
                const says = t(`presence.state.${state}`);
                return (
                  <Button
                    name="state"
                    value={state}
                    small
                    quiet
                    label={t("presence.mark_label", { state: says, name })}
                  >
                    {says}
                  </Button>
                );
              })}
            {noted ? (
              <Button name="state" value="unmarked" small plain label={t("presence.unmark_label", { name })}>
                {t("presence.unmark")}
              </Button>
            ) : null}
          </Buttons>
        </Form>
      ) : null}
      {noted ? (
        <a href={`${address}/${noted.id}`} aria-label={t("presence.change_label", { name })}>
          {t("presence.change")}
        </a>
      ) : null}
    </Buttons>
  );
}

/** "14 rader, 14 personer, 10 kommuner": three figures, each with its name. */
export function listInShort(t: Translate, { counts }: Pick<AttendanceList, "counts">): string {
  return t("presence.list_in_short", { ...counts });
}

/** The address on the page of one line, so that whoever pressed comes back to it. */
export function rowOf({ seated, noted }: Line): string {
  return seated ? seatRow(seated) : `rad-${noted?.id}`;
}

export function seatRow({ bodyId, personId }: { bodyId: string; personId: string }): string {
  return `rad-${bodyId}-${personId}`;
}
