import { type AgendaReason, agendaReasons } from "#features/meetings/meeting/meeting.ts";
import type { MeetingPart } from "#features/meetings/meeting/meeting-parts.ts";

type Placed = {
  readonly bodyId: MeetingPart;
  readonly comesFrom: AgendaReason;
  readonly position: number;
};

type Coming = {
  readonly bodyId: MeetingPart;
  readonly comesFrom: AgendaReason;
  readonly since: Temporal.PlainDate;
  readonly title: string;
};

/**
 * The order of an agenda: part for part, the common one first. In each part what stands there keeps the order it was
 * given, and what comes back by itself goes in before the first thing that somebody added, so that nothing new pushes
 * what was promised to the end of the day. What comes back is ordered by why, and then by how long it has waited.
 */
export function inAgendaOrder<Written extends Placed, New extends Coming>(
  parts: readonly MeetingPart[],
  written: readonly Written[],
  coming: readonly New[],
): (Written | New)[] {
  return parts.flatMap((part): (Written | New)[] => {
    const here = written.filter(({ bodyId }) => bodyId === part).toSorted((a, b) => a.position - b.position);
    const back = coming
      .filter(({ bodyId }) => bodyId === part)
      .toSorted(
        (a, b) =>
          agendaReasons.indexOf(a.comesFrom) - agendaReasons.indexOf(b.comesFrom) ||
          Temporal.PlainDate.compare(a.since, b.since) ||
          a.title.localeCompare(b.title, "sv"),
      );
    const firstAdded = here.findIndex(({ comesFrom }) => comesFrom === "added");
    const at = firstAdded < 0 ? here.length : firstAdded;
    return [...here.slice(0, at), ...back, ...here.slice(at)];
  });
}

/**
 * Whose part of a meeting a matter stands in: the body's it comes back to, or the common one when it comes back to
 * several of those that meet.
 */
export function partFor(concerned: readonly MeetingPart[], parts: readonly MeetingPart[]): MeetingPart {
  const [only, ...others] = concerned;
  return only === undefined || others.length > 0 ? (parts[0] ?? null) : only;
}
