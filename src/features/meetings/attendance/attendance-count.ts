import type { AttendanceState } from "#features/meetings/attendance/attendance.ts";
import { isThere } from "#features/meetings/attendance/attendance.ts";

/** What a row of a list is counted by. */
export type CountedRow = {
  readonly id: string;
  /** The same for two rows of the same person; see `personKey`. */
  readonly personKey: string;
  /** The municipality they came from, by way of their organisation. */
  readonly municipalityCode: string | null;
  readonly state: AttendanceState;
};

/** Three different figures, never one for another: rows in the lists, people, and municipalities. (R168, R170) */
export type AttendanceCounts = { readonly rows: number; readonly persons: number; readonly municipalities: number };

/**
 * Counts those who were there. A person who stands in two lists is two rows and one person; those who were away, with
 * a word about it or without, are none of the three. "About 30" is no row and is never in here. (R168-R170)
 */
export function countAttendance(rows: readonly CountedRow[]): AttendanceCounts {
  const there = rows.filter(({ state }) => isThere(state));
  return {
    rows: there.length,
    persons: new Set(there.map(({ personKey }) => personKey)).size,
    municipalities: new Set(there.flatMap(({ municipalityCode }) => municipalityCode ?? [])).size,
  };
}

type Named = {
  readonly id: string;
  readonly personId: string | null;
  readonly writtenName: string | null;
  /** What is left of a name that has been erased. */
  readonly number: number | null;
  readonly organisationKey: string;
};

/**
 * Tells which rows are the same person: those with the same entry in the register, and those with the same name from
 * the same organisation, whether or not one of them is known here. Two people in the register stay two, also when they
 * are called the same and work in the same place. A row without a name is a person of its own; one whose name has been
 * erased is told by its number.
 */
export function personKeys(rows: readonly Named[]): ReadonlyMap<string, string> {
  const inWords = ({ writtenName, organisationKey }: Named) =>
    writtenName === null ? undefined : `${folded(writtenName)}|${organisationKey}`;
  const known = new Map<string, string>();
  for (const row of rows) {
    const words = inWords(row);
    if (row.personId !== null && words !== undefined && !known.has(words)) known.set(words, row.personId);
  }
  return new Map(
    rows.map((row) => {
      const words = inWords(row);
      if (row.number !== null) return [row.id, `number ${row.number}`];
      return [row.id, row.personId ?? (words === undefined ? row.id : (known.get(words) ?? words))];
    }),
  );
}

function folded(name: string): string {
  return name
    .normalize("NFKC")
    .toLocaleLowerCase("sv")
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, " ")
    .trim();
}

type Member = { readonly id: string; readonly name: string };

/**
 * The municipalities that are members and that nobody came from. Read from who is a member on the day, never from the
 * text or the map: what nobody wrote about is missed all the same, and a member in another county is a member.
 * (R173, R174)
 */
export function absentAmong<Each extends Member>(
  members: readonly Each[],
  rows: readonly { readonly municipalityId: string | null; readonly state: AttendanceState }[],
): Each[] {
  const there = new Set(rows.flatMap(({ municipalityId, state }) => (isThere(state) ? (municipalityId ?? []) : [])));
  return members.filter(({ id }) => !there.has(id));
}
