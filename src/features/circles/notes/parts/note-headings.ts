import type { Translate } from "#kernel/messages.ts";
import type { NoteHeading } from "#features/circles/notes/note.ts";
import { type PlanItem, planParts } from "#features/circles/session-plan/session-plan.ts";

/** The headings notes begin with: those of the meeting's plan, or those of a meeting as it usually goes. */
export function noteHeadings(t: Translate, planned: readonly PlanItem[]): NoteHeading[] {
  if (planned.length > 0) return planned.map(({ heading, part }) => ({ heading, part }));
  return planParts.map((part) => ({ heading: t(`plan.part.${part}`), part }));
}
