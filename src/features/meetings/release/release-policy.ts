import { type Actor, reaches } from "#kernel/actor.ts";

/** Whether somebody hands out the final minutes of the bodies that an organisation keeps. */
export function mayRelease(actor: Actor, organisationId: string): boolean {
  return reaches(actor, "minutes:release", { organisationId });
}
