import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { type Governed, mayManageRound } from "#features/circles/round/round-policy.ts";

/** What somebody is to a circle from the inside: who leads or plans it, or who takes part. */
export type Part = "leads" | "takesPart";

/** Whom the people of a circle are: those named as its leaders or facilitators, and those with a place. */
export type Insiders = { readonly leaders: readonly PersonId[]; readonly participants: readonly PersonId[] };

/**
 * Somebody's part in a circle: they lead it if they manage it or are named as one who leads, and take part with a place
 * in it. Nobody else comes in, whoever they are; a draft has no inside yet.
 */
export function partIn(actor: Actor, round: Governed, { leaders, participants }: Insiders): Part | undefined {
  if (round.state === "draft") return undefined;
  const { personId } = actor;
  if (mayManageRound(actor, round) || (personId && leaders.includes(personId))) return "leads";
  return personId && participants.includes(personId) ? "takesPart" : undefined;
}
