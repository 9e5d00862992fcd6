import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { mayPublishFor, mayWriteFor } from "#features/knowledge/item/item-policy.ts";

/** Bringing something in and saying what becomes of it: those who write knowledge for the organisation. */
export function mayBringIn(actor: Actor, organisationId: OrganisationId): boolean {
  return mayWriteFor(actor, organisationId);
}

/** Saying which archives are harvested, and how often: those who publish knowledge for the organisation. */
export function mayKeepSources(actor: Actor, organisationId: OrganisationId): boolean {
  return mayPublishFor(actor, organisationId);
}
