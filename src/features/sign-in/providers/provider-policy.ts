import { type Actor, reaches } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";

/** Whether somebody decides how an organisation's people sign in: its administrator, and those above it. */
export function mayManageProviders(actor: Actor, organisationId: OrganisationId): boolean {
  return reaches(actor, "instance:administer", { organisationId });
}

/**
 * Whether somebody may approve that a provider answers for a mail domain. A provider signs in as anybody with an
 * address there, whatever they are trusted with and by whom; so it takes somebody who answers for the whole
 * installation, and an organisation's own administrator cannot give themselves another's people.
 */
export function mayApproveDomains(actor: Actor): boolean {
  return actor.reach.get("instance:administer")?.everywhere === true;
}
