import { type Actor, reaches } from "#kernel/actor.ts";

/** Whose round it is: rights come from its organisation, or from a role in the round itself. */
export type OwnedRound = { readonly id: string; readonly organisationId: string };

/** Whoever plans a round decides about its registrations: eligibility, selection, reminders, withdrawals. */
export function mayDecide(actor: Actor, round: OwnedRound): boolean {
  return reaches(actor, "circles:manage", round);
}

/** Who applied is seen by those who plan the round and by those who may read its roster, and by nobody else. */
export function maySeeRoster(actor: Actor, round: OwnedRound): boolean {
  return mayDecide(actor, round) || reaches(actor, "circles:read", round);
}

/** A registration is withdrawn, or its offer answered, by the person themselves; also by staff they have told. */
export function mayActFor(
  actor: Actor,
  registration: { readonly personId: string | null },
  round: OwnedRound,
): boolean {
  return (actor.personId !== undefined && actor.personId === registration.personId) || mayDecide(actor, round);
}
