import type { PersonId } from "#kernel/ids.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { ConfirmedAttendee, PastingAnswers } from "#features/meetings/pasting/pasted-minutes.ts";
import { withoutNames } from "#features/meetings/pasting/pasted-text.ts";
import type { KnownPerson } from "#features/meetings/pasting/proposal.ts";

/** One of those who came, with the list they stand in. */
export type ListedAttendee = ConfirmedAttendee & { readonly bodyId: BodyId | null };

/** The rows that are kept, each in the list its group was said to be. */
export function listedAttendees({ groups, attendance }: Pick<PastingAnswers, "groups" | "attendance">) {
  return attendance
    .filter(({ leaveOut }) => !leaveOut)
    .map((row): ListedAttendee => ({ ...row, bodyId: groups[row.group] ?? null }));
}

/**
 * The names that are not to be kept: of service-user representatives who have not agreed to be named. Somebody who sits
 * there is known by their seat, and shown by what they have agreed to; the name goes from the texts all the same.
 */
export function namesToLeaveOut(rows: readonly ConfirmedAttendee[]): string[] {
  return rows.flatMap(({ role, isNameAgreed, name }) =>
    role === "userRepresentative" && !isNameAgreed && name !== null ? [name] : [],
  );
}

/** What takes those names out of a text, without touching the names of anybody else. */
export function nameRemover(rows: readonly ConfirmedAttendee[]): (text: string) => string {
  const names = namesToLeaveOut(rows);
  const others = rows.flatMap(({ name }) => (name === null || names.includes(name) ? [] : [name]));
  return (text) => withoutNames(text, names, others);
}

/** Who takes notes in a part: of those chosen, the ones who sit in its body; in the common part, all of them. */
export function noteTakersOf(
  bodyId: BodyId | null,
  chosen: readonly PersonId[],
  people: readonly KnownPerson[],
): PersonId[] {
  return people
    .filter(({ id, bodyIds }) => chosen.includes(id) && (bodyId === null || bodyIds.includes(bodyId)))
    .map(({ id }) => id);
}
