import { type Actor, reaches } from "#kernel/actor.ts";

/** Whether somebody looks after the mail of the whole installation. */
export function maySeeOutbox(actor: Actor): boolean {
  return reaches(actor, "outbox:read", {});
}

/** Whether somebody looks after the installation itself: the work it gave up, and whether it is well. */
export function mayAdminister(actor: Actor): boolean {
  return reaches(actor, "instance:administer", {});
}

/** Whether somebody may read who did what: everywhere, or about the organisations they answer for. */
export function maySeeTrail(actor: Actor): boolean {
  return actor.reach.has("audit:read");
}

/** Whether somebody may check the chain as a whole, which says something about everybody's deeds. */
export function mayVerifyTrail(actor: Actor): boolean {
  return reaches(actor, "audit:read", {});
}

/** Whether there is anything for somebody to see of how the installation is run. */
export function maySeeOperations(actor: Actor): boolean {
  return maySeeOutbox(actor) || mayAdminister(actor) || maySeeTrail(actor);
}
