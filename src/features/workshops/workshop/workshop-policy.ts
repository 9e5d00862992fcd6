import { type Actor, reaches } from "#kernel/actor.ts";
import type { WorkshopState } from "#features/workshops/workshop/workshop.ts";

/**
 * How somebody stands to a workshop today: named as one who leads it, holding workshops for its organisation, or sitting
 * in a body that it was held with.
 */
export type WorkshopStanding = { readonly leads: boolean; readonly holds: boolean; readonly sits: boolean };

/** Whether somebody holds workshops for an organisation. */
export function mayHoldWorkshops(actor: Actor, organisationId: string): boolean {
  return reaches(actor, "workshops:lead", { organisationId });
}

/** Preparing it, putting its questions, moderating and merging: those named, and whoever holds them for the organisation. */
export function mayLeadWorkshop({ leads, holds }: WorkshopStanding): boolean {
  return leads || holds;
}

/** What was answered: whoever leads, and when it is over also those who sit in the bodies it was held with. */
export function mayReadWorkshop(standing: WorkshopStanding, state: WorkshopState): boolean {
  return mayLeadWorkshop(standing) || (standing.sits && state === "closed");
}
