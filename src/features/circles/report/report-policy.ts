import type { Actor } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import { type Governed, mayManageRound, maySeeRound } from "#features/circles/round/round-policy.ts";

/** Reading a round's report: those who plan it or may look into it, and those named as leading it. A draft has none. */
export function maySeeReport(actor: Actor, round: Governed, leaders: readonly PersonId[]): boolean {
  if (round.state === "draft") return false;
  const isLeading = actor.personId !== undefined && leaders.includes(actor.personId);
  return isLeading || maySeeRound(actor, round);
}

/** What a round has cost is written down by those who plan it, also when it is over: bills come late. */
export function mayWriteCosts(actor: Actor, round: Governed): boolean {
  return mayManageRound(actor, round) && round.state !== "draft";
}
