import type { AttendanceRole, AttendanceState } from "#features/meetings/attendance/attendance.ts";

type SeatedOne = {
  readonly bodyId: string;
  readonly personId: string;
  readonly name: string | null;
  readonly role: AttendanceRole;
  readonly organisation: string | null;
  readonly substitutesFor: string | null;
};

type Noted = {
  readonly id: string;
  readonly personId: string | null;
  readonly name: string | null;
  readonly role: AttendanceRole;
  readonly state: AttendanceState;
};

/** A line of the sheet: somebody who sits in the body, somebody who has been noted, or both. */
export type SheetRow<Seated, Row> = { readonly seated: Seated | undefined; readonly noted: Row | undefined };

/**
 * What the sheet of one body is filled in by: those who sit there, in the order of their names, with what has been
 * noted about each; after them those who came without a seat. Somebody whose seat has ended since they were noted
 * still stands, because they were there.
 */
export function sheetRows<Seated extends SeatedOne, Row extends Noted>(
  bodyId: string | null,
  seated: readonly Seated[],
  rows: readonly Row[],
): SheetRow<Seated, Row>[] {
  const own = seated.filter((each) => each.bodyId === bodyId).toSorted(inOrder);
  const people = new Set(own.map(({ personId }) => personId));
  return [
    ...own.map((each) => ({ seated: each, noted: rows.find(({ personId }) => personId === each.personId) })),
    ...rows
      .filter(({ personId }) => personId === null || !people.has(personId))
      .map((noted) => ({ seated: undefined, noted })),
  ];
}

/** Ordinary before substitutes, each by name; those without a name last. */
function inOrder(a: SeatedOne, b: SeatedOne): number {
  const [first, second] = [a, b].map(({ role }) => (role === "substitute" ? 1 : 0)) as [number, number];
  if (first !== second) return first - second;
  if ((a.name === null) !== (b.name === null)) return a.name === null ? 1 : -1;
  return (a.name ?? "").localeCompare(b.name ?? "", "sv") || (a.personId < b.personId ? -1 : 1);
}
