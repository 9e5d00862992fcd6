import { type Actor, reaches } from "#kernel/actor.ts";
import type { RoundState } from "#features/circles/round/round.ts";
import { isOver } from "#features/circles/round/round-lifecycle.ts";

/** What the rights in a round are decided by. */
export type Governed = { readonly id: string; readonly organisationId: string; readonly state: RoundState };

/** Planning, publishing and giving places: whoever manages circles in the organiser, or leads this very round. */
export function mayManageRound(actor: Actor, round: Governed): boolean {
  return reaches(actor, "circles:manage", { organisationId: round.organisationId, id: round.id });
}

/** Changing what a round says: as long as it is not over, because what is over is history. */
export function mayEditRound(actor: Actor, round: Governed): boolean {
  return mayManageRound(actor, round) && !isOver(round.state);
}

/** A draft that nobody outside has seen can be thrown away; from publishing on a round is cancelled instead. */
export function mayDiscardRound(actor: Actor, round: Governed): boolean {
  return mayManageRound(actor, round) && round.state === "draft";
}

/** Starting a round or a series: only in an organisation whose circles one manages, not by leading one round. */
export function mayStartRounds(actor: Actor, organisationId: string): boolean {
  return reaches(actor, "circles:manage", { organisationId });
}

/** Seeing a round from the inside: its managers, and those who may see who applied. */
export function maySeeRound(actor: Actor, round: Governed): boolean {
  return (
    mayManageRound(actor, round) ||
    reaches(actor, "circles:read", { organisationId: round.organisationId, id: round.id })
  );
}
